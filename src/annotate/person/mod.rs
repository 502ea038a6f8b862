//! People: the individuals that the text names, one entry each, with every mention of the name.

mod abreast;
mod alias;
mod beside;
mod called;
mod christened;
mod context;
mod declined;
mod family;
mod forename;
mod front;
mod gloss;
mod head;
mod individual;
mod known;
mod lead;
mod lemma;
mod listed;
mod lone;
mod namesake;
mod nominative;
mod numeral;
mod order;
mod pair;
mod part;
mod place;
mod role;
mod same;
mod seat;
pub(super) mod spelling;
mod syllable;
mod thing;
mod title;
mod titled;
mod two;
mod variant;

use crate::article::{self, BlockKind, Mention, MentionKind, Person};
use crate::language::Language;
use crate::language::grammar::Habit;
use crate::language::inflection::{Cases, Gender};

use super::name::{self, Name};
use super::text::{Text, fold};

use individual::Individuals;
use nominative::{Nominative, Seen};
use order::spell;
use role::Roles;

/// The people of an article and where they are named.
#[derive(Default)]
#[expect(clippy::struct_field_names, reason = "beside whom the text names: what it calls them")]
pub struct People {
    /// One entry per individual, in the order of the first mention.
    pub(crate) people: Vec<Person>,
    /// Of each person every role that the text gives, in its order.
    pub(in crate::annotate) roles: Vec<Vec<String>>,
    /// Every mention by name, in the order of the text.
    pub(crate) mentions: Vec<Mention>,
}

impl People {
    /// The mention that starts at this byte of the block.
    pub(in crate::annotate) fn mention_at(&self, block: usize, start: usize) -> Option<&Mention> {
        let place = self
            .mentions
            .binary_search_by_key(&(block, start), |mention| (mention.at.block, mention.at.start));
        Some(&self.mentions[place.ok()?])
    }
}

/// The people that the text names; `authors` are the article's known authors.
#[must_use]
pub fn find(text: &Text, authors: &[String]) -> People {
    let found = name::find(text);
    let found = found.iter().map(|name| front::leave_letters(text, name));
    let found: Vec<Name> = found.filter_map(|name| front::leave_site(text, name)).collect();
    let known = abreast::Known::of(text, &found);
    let mut names: Vec<Name> =
        found.iter().flat_map(|name| abreast::parted(text, name, &known)).collect();
    abreast::join(text, &mut names);
    syllable::reach_back(text, &mut names);
    forename::reach_back(text, &mut names);
    forename::reach_on(text, &mut names);
    front::take_off(text, &mut names);
    alias::join_around(text, &mut names);
    thing::leave_out(text, &mut names);
    gloss::settle(text, &mut names);
    alias::add_call_signs(text, &mut names);
    lone::add(text, &mut names);
    alias::join_monks(text, &mut names);
    add_authors(text, authors, &mut names);
    let open = vec![Cases::ALL; names.len()];
    let finder = Roles { text, names: &names, cases: &open };
    let mut seen: Vec<Seen> = names
        .iter()
        .enumerate()
        .map(|(number, name)| {
            let mut parts = part::parts(text, name);
            part::free_middle(&mut parts);
            Seen { parts, context: context::of(text, name, finder.head_cases(number)) }
        })
        .collect();
    part::tell_surnames(&mut seen);
    known::tell_patronymics(&text.language.names, &mut seen);
    family::share(text, &names, &mut seen);
    family::share_behind(text, &names, &mut seen);
    context::share_cases(text, &names, &mut seen);
    context::tell_complements(text, &names, &mut seen);
    context::tell_governed(&mut seen);
    declined::tell_given(&mut seen);
    known::tell(&mut seen);
    seen.iter_mut().for_each(declined::free_last);
    let individuals = Individuals::of(text, &names, &seen);

    let mut order: Vec<usize> = Vec::new();
    let mut numbers: Vec<Option<usize>> = vec![None; individuals.count()];
    let mut mentions = Vec::with_capacity(names.len());
    for (name, &individual) in names.iter().zip(&individuals.of_name) {
        let Some(individual) = individual else { continue };
        let number = *numbers[individual].get_or_insert_with(|| {
            order.push(individual);
            order.len() - 1
        });
        mentions.push(Mention {
            person: format!("p{}", number + 1),
            kind: MentionKind::Name,
            at: text.blocks[name.block].span(name.block, name.tokens.clone()),
        });
    }
    let nominatives: Vec<Option<Nominative>> = (0..individuals.count())
        .map(|individual| individuals.nominative(individual, &seen))
        .collect();
    // The likely cases first; all that are possible where no role fits those.
    let [likely, possible] = [nominative::WEAK, i32::MIN].map(|least| -> Vec<Cases> {
        let mentions = seen.iter().zip(&individuals.of_name);
        mentions
            .map(|(seen, individual)| {
                let found = individual.and_then(|individual| nominatives[individual].as_ref());
                found.map_or(Cases::ALL, |found| nominative::cases(found, seen, least))
            })
            .collect()
    });
    let finders = [&likely, &possible].map(|cases| Roles { text, names: &names, cases });
    let [likely_roles, _] = &finders;
    let mut given: Vec<Vec<String>> = vec![Vec::new(); order.len()];
    for (place, individual) in individuals.of_name.iter().enumerate() {
        let Some(number) = individual.and_then(|individual| numbers[individual]) else { continue };
        let noun_last = text.language.grammar.has(Habit::SubjectFirst);
        given[number].extend(if noun_last {
            beside::of(text, &names[place])
        } else {
            let roles = finders.iter().map(|finder| finder.of(place));
            roles.into_iter().find(|roles| !roles.is_empty()).unwrap_or_default()
        });
    }
    // What a verb tells counts where nothing stands beside any of the names, or no more than «женщина».
    let bare: Vec<bool> = given
        .iter()
        .map(|roles| {
            let tellings = &text.language.names.tellings;
            // «30-летний россиянин» says no more than «россиянин».
            let plain = |role: &str| match role.split_once(' ') {
                Some((age, rest)) if age.contains(char::is_numeric) => tellings.is_slight(rest),
                _ => tellings.is_slight(role),
            };
            roles.iter().all(|role| plain(role))
        })
        .collect();
    let mut told: Vec<Vec<String>> = vec![Vec::new(); order.len()];
    for (place, individual) in individuals.of_name.iter().enumerate() {
        if let Some(number) = individual.and_then(|individual| numbers[individual]) {
            let roles = if bare[number] { &mut given } else { &mut told };
            roles[number].extend(likely_roles.told(place));
        }
    }
    let people = order
        .iter()
        .zip(&given)
        .enumerate()
        .map(|(number, (&individual, roles))| {
            let found = nominatives[individual].as_ref();
            Person {
                id: format!("p{}", number + 1),
                name: found.map(|found| spell(found, &text.language.names)).unwrap_or_default(),
                role: fullest(roles, text.language).cloned(),
                gender: found.filter(|found| found.is_gender_sure).map(|found| {
                    match found.gender {
                        Gender::Masculine => article::Gender::Masculine,
                        Gender::Feminine => article::Gender::Feminine,
                    }
                }),
            }
        })
        .collect();
    for (roles, told) in given.iter_mut().zip(told) {
        roles.extend(told);
    }
    People { people, roles: given, mentions }
}

/// The role that says most: a post or trade before «сын …», «уроженец …», then the one with the most
/// words that carry meaning, as long ones and bodies' letters («МВД») do and ages in figures do not;
/// the first of equals.
fn fullest<'r>(roles: &'r [String], language: &Language) -> Option<&'r String> {
    let says = |word: &&str| {
        word.chars().filter(|letter| letter.is_uppercase()).nth(1).is_some()
            || word.chars().nth(3).is_some() && !word.contains(char::is_numeric)
    };
    let words = |role: &str| {
        (!role::is_slight(role, language), role.split_whitespace().filter(says).count())
    };
    let most = roles.iter().map(|role| words(role)).max()?;
    roles.iter().find(|role| words(role) == most)
}

/// Adds the authors that the byline names and the model did not see as names.
fn add_authors(text: &Text, authors: &[String], names: &mut Vec<Name>) {
    for (number, block) in text.blocks.iter().enumerate() {
        if block.kind != BlockKind::Byline {
            continue;
        }
        for author in authors {
            let Some(start) = block.folded.find(&fold(author)) else {
                continue;
            };
            let end = start + author.len();
            let first = block.token_from(start);
            let past = block.token_from(end);
            let overlaps = |name: &&Name| {
                name.block == number && name.tokens.start < past && first < name.tokens.end
            };
            if first < past && names.iter().find(overlaps).is_none() {
                names.push(Name { block: number, tokens: first..past });
            }
        }
    }
    names.sort_by_key(|name| (name.block, name.tokens.start));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, Gender};
    use crate::language;

    /// Name, role, gender, and the words of the mentions.
    type Named = (String, Option<String>, Option<Gender>, Vec<String>);

    /// The people of a text of one paragraph a line.
    fn people(lines: &[&str]) -> Vec<Named> {
        let blocks: Vec<Block> = lines
            .iter()
            .map(|&line| Block { kind: BlockKind::Paragraph, text: line.to_owned() })
            .collect();
        let text = Text::new(&blocks, language::of("ru").expect("Russian is known"));
        let found = find(&text, &[]);
        found
            .people
            .into_iter()
            .map(|person| {
                let mentions = found
                    .mentions
                    .iter()
                    .filter(|mention| mention.person == person.id)
                    .map(|mention| {
                        let at = mention.at;
                        blocks[at.block].text[at.start..at.end].to_owned()
                    })
                    .collect();
                (person.name, person.role, person.gender, mentions)
            })
            .collect()
    }

    fn names(lines: &[&str]) -> Vec<String> {
        people(lines).into_iter().map(|(name, ..)| name).collect()
    }

    #[test]
    fn forms_of_one_name_are_one_person_in_the_nominative() {
        let found = people(&[
            "Об этом рассказал министр образования Сергей Макаров.",
            "По словам Макарова, школу откроют осенью. С Макаровым согласились все.",
        ]);
        assert_eq!(found.len(), 1, "{found:?}");
        let (name, role, gender, mentions) = &found[0];
        assert_eq!(name, "Сергей Макаров");
        assert_eq!(role.as_deref(), Some("министр образования"));
        assert_eq!(*gender, Some(Gender::Masculine));
        assert_eq!(mentions, &["Сергей Макаров", "Макарова", "Макаровым"]);
    }

    #[test]
    fn oblique_names_are_turned_to_the_nominative() {
        for (text, name) in [
            ("Премию вручили режиссёру Андрею Соколову.", "Андрей Соколов"),
            ("Вопрос обсудили с депутатом Мариной Королёвой.", "Марина Королёва"),
            ("Депутаты поддержали предложение мэра Игоря Заречного.", "Игорь Заречный"),
            ("Слово дали писателю Павлу Кузьменко.", "Павел Кузьменко"),
            ("Зрители ждали встречи с певицей Анной Бауэр.", "Анна Бауэр"),
            ("Интервью взяли у тренера Льва Гордеева.", "Лев Гордеев"),
        ] {
            assert_eq!(names(&[text]), [name], "{text}");
        }
    }

    #[test]
    fn capitals_and_reversed_order_are_made_ordinary() {
        assert_eq!(names(&["Заседание открыл аким района Ерлан ТУЛЕГЕНОВ."]), ["Ерлан Тулегенов"]);
        assert_eq!(
            names(&["Назначить Петрова Ивана Сергеевича директором школы."]),
            ["Иван Сергеевич Петров"]
        );
    }

    #[test]
    fn an_initial_joins_its_full_name() {
        let found = people(&[
            "Губернатор Олег Рябов выступил в среду.",
            "О.Рябов напомнил о сроках, добавил О. Рябов.",
        ]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].3, ["Олег Рябов", "О.Рябов", "О. Рябов"]);
    }

    #[test]
    fn rulers_are_told_apart_by_their_numerals() {
        for (text, expected) in [
            (
                "При Николае II строили дорогу. Николай I её не хотел. Николай II её открыл.",
                vec!["Николай II", "Николай I"],
            ),
            ("Карл Третий приехал. Карла Третьего ждали. Карл ушёл.", vec!["Карл Третий"]),
            ("Пётр Первый основал порт. Указ Петра I хранят.", vec!["Пётр Первый"]),
            ("Папа Бенедикт XVI устал. Бенедикт уходит.", vec!["Бенедикт XVI"]),
            (
                "Альберта I сменил Леопольд. За ним пришёл Бодуэн I. Виктор Седов ушёл.",
                vec!["Альберт I", "Леопольд", "Бодуэн I", "Виктор Седов"],
            ),
            ("Вильгельма II встретил Вильгельм Седов.", vec!["Вильгельм II", "Вильгельм Седов"]),
        ] {
            assert_eq!(names(&[text]), expected, "{text}");
        }
    }

    #[test]
    fn husband_and_wife_of_one_surname_stay_two() {
        let found = people(&[
            "Фермер Виктор Лаптев и его жена Елена Лаптева живут в селе.",
            "Лаптева рассказала о хозяйстве.",
        ]);
        let names: Vec<&str> = found.iter().map(|person| person.0.as_str()).collect();
        assert_eq!(names, ["Виктор Лаптев", "Елена Лаптева"]);
        assert_eq!(found[1].3, ["Елена Лаптева", "Лаптева"]);
    }

    #[test]
    fn a_street_an_order_and_a_school_are_no_people() {
        let found = names(&["На улице Гоголя открыли школу имени Абая Кунанбаева."]);
        assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn the_role_behind_a_name_counts_too() {
        let found = people(&["Дмитрий Фролов, глава компании «Север», приехал в Омск."]);
        assert_eq!(found[0].1.as_deref(), Some("глава компании «Север»"));
        let found = people(&["С Ниной Орловой, главным врачом больницы, встретились пациенты."]);
        assert_eq!(found[0].1.as_deref(), Some("главный врач больницы"));
    }

    #[test]
    fn anothers_role_is_not_the_persons() {
        let found = people(&["Адвокат Фролова отказался от слов."]);
        assert!(found.iter().all(|person| person.1.is_none()), "{found:?}");
    }

    #[test]
    fn two_roles_before_a_name_are_both_given() {
        let found = people(&[
            "Итоги подвели в присутствии председателя партии, президента страны Марата Ибраева.",
        ]);
        assert_eq!(found[0].0, "Марат Ибраев");
        assert_eq!(found[0].1.as_deref(), Some("председатель партии, президент страны"));
    }

    #[test]
    fn names_do_not_join_over_blocks() {
        let found =
            names(&["Автор текста Игорь Белов", "Сергей Дроздов, тренер команды, доволен."]);
        assert_eq!(found, ["Игорь Белов", "Сергей Дроздов"]);
    }
}
