//! The bytes of the built site in `dist/`, raw and under brotli, against the budgets.

use std::path::Path;

/// What a reader of the page loads, wasm, JS and CSS together, in bytes under brotli.
const PAGE_BUDGET: usize = 150_000;

/// What who does something with an article loads besides, in bytes under brotli.
const DESK_BUDGET: usize = 200_000;

/// What who brings a text loads besides, with all language data, in bytes under brotli.
const WORKER_BUDGET: usize = 600_000;

/// Brotli's highest quality and its largest standard window, as static hosts compress.
const QUALITY: u32 = 11;
const WINDOW: u32 = 22;

#[test]
fn the_built_site_keeps_its_budgets() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    let mut files: Vec<_> = walk(&folder)
        .into_iter()
        .filter(|name| [".wasm", ".js", ".css"].iter().any(|ending| name.ends_with(ending)))
        .collect();
    files.sort();
    let (mut page, mut desk, mut worker) = (0, 0, 0);
    println!("{:32} {:>10} {:>10}", "file", "raw", "brotli");
    for name in files {
        let bytes = std::fs::read(folder.join(&name)).expect("a file that was listed can be read");
        let packed = brotli(&bytes);
        println!("{name:32} {:>10} {packed:>10}", bytes.len());
        *(match name.split(['.', '_']).next() {
            Some("annotator") => &mut worker,
            Some("desk") => &mut desk,
            _ => &mut page,
        }) += packed;
    }
    println!("{:32} {:>10} {page:>10} of {PAGE_BUDGET}", "the page", "");
    println!("{:32} {:>10} {desk:>10} of {DESK_BUDGET}", "the desk", "");
    println!("{:32} {:>10} {worker:>10} of {WORKER_BUDGET}", "the worker", "");
    assert!(page > 0, "dist/ holds no page; run make build first");
    assert!(page <= PAGE_BUDGET, "the page is {} bytes over its budget", page - PAGE_BUDGET);
    assert!(desk > 0, "dist/ holds no desk; run make build first");
    assert!(desk <= DESK_BUDGET, "the desk is {} bytes over its budget", desk - DESK_BUDGET);
    assert!(worker > 0, "dist/ holds no worker; run make build first");
    assert!(
        worker <= WORKER_BUDGET,
        "the worker is {} bytes over its budget",
        worker - WORKER_BUDGET
    );
}

/// The files below the folder, as paths relative to it; articles and fonts are no part of the count.
fn walk(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in std::fs::read_dir(&at).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(name) = path.strip_prefix(folder) {
                names.push(name.to_string_lossy().into_owned());
            }
        }
    }
    names
}

fn brotli(bytes: &[u8]) -> usize {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, QUALITY, WINDOW);
    std::io::Write::write_all(&mut writer, bytes).expect("memory can be written");
    drop(writer);
    packed.len()
}
