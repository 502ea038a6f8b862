//! The colours of speakers, as those see them who see fewer colours than most.
//!
//! The simulation is that of Machado, Oliveira and Fernandes, "A Physiologically-based Model for
//! Simulation of Color Vision Deficiency" (2009), for full strength, over linear light; the distance
//! is that of CIE 1976 in L*a*b*, where 2.3 is just noticed.

use std::fs;

/// How a dichromat sees: what each of red, green and blue light becomes.
type Sight = [[f64; 3]; 3];

const SIGHTS: [(&str, Sight); 4] = [
    ("full sight", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// What two colours must differ by: about seven times what is just noticed.
const APART: f64 = 16.0;

/// The palettes of the themes that have colours: a name, the paper, and the six hues.
fn palettes() -> Vec<(String, [f64; 3], Vec<[f64; 3]>)> {
    let path = "static/styles/themes.css";
    let css = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let block = |start: &str| {
        let from = css.find(start).unwrap_or_else(|| panic!("{start} is in {path}"));
        css[from..].split('}').next().unwrap_or_default().to_owned()
    };
    let mut palettes = Vec::new();
    for start in [":root {", "[data-theme=\"sepia\"] {", "[data-theme=\"contrast\"] {"] {
        let block = block(start);
        for dark in [false, true] {
            let value = |name: &str| {
                let from = block.find(&format!("{name}: ")).unwrap_or_else(|| panic!("{name}"));
                let value = block[from + name.len() + 2..].split(';').next().unwrap_or_default();
                let value = value.trim_start_matches("light-dark(").trim_end_matches(')');
                value.split(", ").nth(usize::from(dark)).map(light)
            };
            let hues: Option<Vec<_>> = (1..=6).map(|i| value(&format!("--hue-{i}"))).collect();
            if let (Some(paper), Some(hues)) = (value("--paper"), hues) {
                palettes.push((format!("{start} dark: {dark}"), paper, hues));
            }
        }
    }
    palettes
}

/// The linear light of a colour, `#rrggbb` or `#rgb`.
fn light(colour: &str) -> [f64; 3] {
    let digits = colour.trim_start_matches('#');
    let width = digits.len() / 3;
    [0, 1, 2].map(|i| {
        let digit = &digits[i * width..(i + 1) * width];
        let digit = if width == 1 { digit.repeat(2) } else { digit.to_owned() };
        let value = u8::from_str_radix(&digit, 16).unwrap_or_else(|_| panic!("{colour}"));
        let value = f64::from(value) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    })
}

fn times(matrix: &Sight, [a, b, c]: [f64; 3]) -> [f64; 3] {
    matrix.map(|[x, y, z]| x * a + y * b + z * c)
}

/// Linear light in L*a*b*, under daylight.
fn lab(light: [f64; 3]) -> [f64; 3] {
    let to_xyz = [
        [0.412_456_4 / 0.950_47, 0.357_576_1 / 0.950_47, 0.180_437_5 / 0.950_47],
        [0.212_672_9, 0.715_152_2, 0.072_175],
        [0.019_333_9 / 1.088_83, 0.119_192 / 1.088_83, 0.950_304_1 / 1.088_83],
    ];
    let [x, y, z] = times(&to_xyz, light).map(|value| {
        if value > 216.0 / 24389.0 { value.cbrt() } else { (24389.0 / 27.0 * value + 16.0) / 116.0 }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn luminance([red, green, blue]: [f64; 3]) -> f64 {
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[test]
fn the_hues_of_speakers_are_told_apart_by_every_sight() {
    let palettes = palettes();
    assert_eq!(palettes.len(), 5, "light, dark, sepia, contrast light and dark");
    for (theme, _, hues) in palettes {
        for (sight, matrix) in &SIGHTS {
            let seen: Vec<[f64; 3]> = hues
                .iter()
                .map(|hue| lab(times(matrix, *hue).map(|value| value.clamp(0.0, 1.0))))
                .collect();
            for i in 0..seen.len() {
                for j in 0..i {
                    let squares = (0..3).map(|k| (seen[i][k] - seen[j][k]).powi(2));
                    let apart = squares.sum::<f64>().sqrt();
                    assert!(
                        apart >= APART,
                        "{theme}: hues {} and {} are {apart:.1} apart under {sight}",
                        j + 1,
                        i + 1
                    );
                }
            }
        }
    }
}

#[test]
fn each_hue_is_read_on_the_paper() {
    for (theme, paper, hues) in palettes() {
        for (i, hue) in hues.into_iter().enumerate() {
            let (a, b) = (luminance(paper), luminance(hue));
            let contrast = (a.max(b) + 0.05) / (a.min(b) + 0.05);
            assert!(contrast >= 4.5, "{theme}: hue {} has {contrast:.2}:1", i + 1);
        }
    }
}
