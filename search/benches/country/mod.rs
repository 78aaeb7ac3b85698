//! A country for measurements: people, words and labels drawn from a seed, alike in every run.

mod draw;
mod labels;
mod text;

use search::{
    Concept, Document, DocumentConcept, DocumentKey, Filters, OccupationKey, PlaceKey, Request, Role,
    SkillKey,
};

use draw::{Draw, Zipf};
pub(crate) use labels::lexicon;
use text::Words;

/// Occupations, and the groups of the level above which facets count.
pub(crate) const OCCUPATIONS: usize = 430;
pub(crate) const GROUP: u32 = 10;
/// Skills, provinces, districts in each.
pub(crate) const SKILLS: usize = 2_000;
pub(crate) const PROVINCES: usize = 18;
pub(crate) const DISTRICTS: u32 = 8;
/// The day on which questions are asked.
pub(crate) const TODAY: i32 = 20_500;

/// A country of any number of people; person `n` depends on `n` alone.
pub(crate) struct Country {
    words: Words,
    occupations: Zipf,
    provinces: Zipf,
    skills: Zipf,
}

/// Three words of one person's text, with that person's province and occupation.
pub(crate) struct Words3 {
    words: [String; 3],
    province: PlaceKey,
    occupation: OccupationKey,
}

impl Default for Country {
    fn default() -> Self {
        Self {
            words: Words::new(),
            occupations: Zipf::new(OCCUPATIONS, 0.9),
            provinces: Zipf::new(PROVINCES, 0.8),
            skills: Zipf::new(SKILLS, 0.9),
        }
    }
}

impl Country {
    /// One person.
    pub(crate) fn person(&self, number: u32) -> Document {
        let mut draw = Draw::new(u64::from(number), 1);
        let occupation = self.occupations.pick(&mut draw) as u32;
        let province = self.provinces.pick(&mut draw) as u32;
        let skills: Vec<u32> = (0..3 + draw.below(5)).map(|_| self.skill(occupation, &mut draw)).collect();
        let title = labels::occupation(occupation, draw.below(3));
        let body = self.words.body(&mut draw, &skills);
        let key = u128::from(draw.next()) << 64 | u128::from(draw.next());
        let mut document =
            Document::new(DocumentKey(key), title, body, TODAY - i32::from(draw.below(400) as u16));
        document.concepts = skills
            .iter()
            .map(|skill| {
                let role = if draw.chance(50) { Role::Main } else { Role::Mentioned };
                DocumentConcept { concept: Concept::Skill(SkillKey(*skill)), role }
            })
            .collect();
        document.occupation = Some(OccupationKey(1_000 + occupation));
        document.occupation_group = Some(OccupationKey(100 + occupation / GROUP));
        document.country = Some(PlaceKey(1));
        document.province = Some(PlaceKey(10 + province));
        document.district =
            draw.chance(70).then(|| PlaceKey(1_000 + province * DISTRICTS + draw.below(8) as u32));
        document.wage = draw.chance(70).then(|| 1_500_000 + draw.below(400) as u64 * 50_000);
        document.contract = draw.chance(80).then(|| draw.below(5) as u32);
        document.abroad = draw.chance(60).then(|| draw.chance(30));
        document.position = Some(search::Position { lat: 15.0 + province as f32 / 4.0, lon: 102.0 });
        document
    }

    /// Skills go with occupations, most of them.
    fn skill(&self, occupation: u32, draw: &mut Draw) -> u32 {
        let drawn = self.skills.pick(draw) as u32;
        if draw.chance(70) { (occupation * 37 + drawn % 40) % SKILLS as u32 } else { drawn }
    }

    /// Two English words and one Lao word of one person.
    pub(crate) fn three_words(&self, number: u32, people: u32) -> Words3 {
        let mut draw = Draw::new(u64::from(number), 2);
        let person = self.person(draw.below(people as usize) as u32);
        let [first, second] = Words::two_spaced(&person.body, &mut draw);
        Words3 {
            words: [first, second, self.words.one_unspaced(&person.body, &mut draw)],
            province: person.province.unwrap_or(PlaceKey(10)),
            occupation: person.occupation.unwrap_or(OccupationKey(1_000)),
        }
    }

    /// What somebody types: an occupation or a skill, mostly with a place, some with a slip.
    pub(crate) fn typed(&self, number: u32) -> String {
        let mut draw = Draw::new(u64::from(number), 3);
        let occupation = self.occupations.pick(&mut draw) as u32;
        let mut text = if draw.chance(25) {
            labels::skill(self.skill(occupation, &mut draw))
        } else {
            labels::occupation(occupation, draw.below(3))
        };
        if draw.chance(70) {
            text = format!("{text} {}", labels::province(self.provinces.pick(&mut draw) as u32));
        }
        if draw.chance(15) { draw.slip(&text) } else { text }
    }

    /// The beginning of a label, with a slip.
    pub(crate) fn beginning(&self, number: u32) -> String {
        let mut draw = Draw::new(u64::from(number), 4);
        let label = labels::occupation(self.occupations.pick(&mut draw) as u32, draw.below(3));
        let letters = 5 + draw.below(7);
        draw.slip(&label.chars().take(letters).collect::<String>())
    }
}

impl Words3 {
    /// So many of the words, as words.
    pub(crate) fn request(&self, count: usize) -> Request {
        let text = self.words.iter().take(count).map(String::as_str).collect::<Vec<_>>().join(" ");
        Request { text, as_words: true, today: TODAY, ..Request::default() }
    }

    /// All three words within province and occupation.
    pub(crate) fn filtered(&self) -> Request {
        let (provinces, occupations) = (vec![self.province], vec![self.occupation]);
        Request { filters: Filters { provinces, occupations, ..Filters::default() }, ..self.request(3) }
    }
}
