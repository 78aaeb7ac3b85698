//! How does a person describe themself?

use super::districts::Place;
use super::draw::Draw;
use super::tables::{Occupation, Tables};
use super::text::{Fill, Hand, Purpose};

/// Somebody who writes a profile, and what they can say.
pub(crate) struct Author<'a> {
    pub(crate) tables: &'a Tables,
    pub(crate) occupation: &'a Occupation,
    pub(crate) place: &'a Place,
    pub(crate) months: u32,
    /// Positions of the skills held.
    pub(crate) skills: &'a [usize],
    pub(crate) hand: Hand,
}

impl Author<'_> {
    /// Headline and profile.
    pub(crate) fn write(&self, draw: &mut Draw) -> (String, String) {
        let language = self.hand.language;
        let fill = self.fill(draw);
        let (headline_as, self_as) = if self.hand.writing.by_phrase {
            (Purpose::HeadlinePhrase, Purpose::MyselfPhrase)
        } else {
            (Purpose::Headline, Purpose::Myself)
        };
        let mut headline = String::with_capacity(128);
        let mut profile = String::with_capacity(384);
        let say = |text: &mut String, purpose, draw: &mut Draw| {
            self.tables.sentences.say(text, (purpose, language), &fill, draw);
        };
        say(&mut headline, headline_as, draw);
        say(&mut profile, self_as, draw);
        if !fill.second_skill.is_empty() && draw.chance(80) {
            say(&mut profile, Purpose::MySkill, draw);
        }
        for (purpose, percent) in [(Purpose::MyPlace, 50), (Purpose::MyClose, 55)] {
            if draw.chance(percent) {
                say(&mut profile, purpose, draw);
            }
        }
        (self.hand.write(headline, draw), self.hand.write(profile, draw))
    }

    fn fill(&self, draw: &mut Draw) -> Fill<'_> {
        let language = self.hand.language;
        let skill_name = |position: Option<&usize>| {
            let labels = position.map(|position| self.tables.skill(*position).labels.get(language));
            labels.and_then(|labels| labels.first()).map_or("", String::as_str)
        };
        let mut skills = self.skills.iter().skip(draw.below(2) as usize);
        Fill {
            occupation: chosen_label(self.occupation.labels.get(language), draw),
            phrase: draw.pick(self.occupation.phrases.get(language)).map_or("", String::as_str),
            skill: skill_name(skills.next()),
            second_skill: skill_name(skills.next()),
            years: (self.months / 12).max(1).to_string(),
            place: self.place.names.get(language),
            ..Fill::default()
        }
    }
}

/// The preferred label half of the time, else any.
pub(crate) fn chosen_label<'a>(labels: &'a [String], draw: &mut Draw) -> &'a str {
    let any = draw.pick(labels);
    let chosen = if draw.chance(50) { labels.first() } else { any };
    chosen.map_or("", String::as_str)
}
