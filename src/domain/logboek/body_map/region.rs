//! The regions of the body: which one a place on the drawing lies in, and where each one lies.

use super::{Side, Spot};

/// How wide the drawing is, in the units of the table.
const WIDTH: f32 = 200.0;
/// How high the drawing is, in the units of the table.
const HEIGHT: f32 = 400.0;

/// Whatever is pointed at further from the body than this is no place on it.
const BESIDE: f32 = 10.0;
/// So far from the axis a place on the trunk is in its middle.
const MIDDLE: f32 = 7.0;
/// Where the sides of the trunk have their own place, as a part of the trunk's reach.
const FLANK: f32 = 0.7;

/// A part of the body that has a name of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Above the eyes.
    Forehead,
    /// An eye.
    Eye,
    /// An ear.
    Ear,
    /// A cheek.
    Cheek,
    /// The nose.
    Nose,
    /// The mouth.
    Mouth,
    /// The chin.
    Chin,
    /// The back of the head.
    BackOfHead,
    /// The neck from the front.
    Throat,
    /// The neck from behind.
    Nape,
    /// A shoulder.
    Shoulder,
    /// The chest.
    Chest,
    /// The belly above the waist.
    Belly,
    /// The belly below the waist.
    LowerBelly,
    /// The back between the shoulders.
    UpperBack,
    /// The back at the waist.
    LowerBack,
    /// A side of the waist.
    Waist,
    /// A hip.
    Hip,
    /// A buttock.
    Buttock,
    /// An arm above the elbow.
    UpperArm,
    /// An elbow.
    Elbow,
    /// An arm below the elbow.
    Forearm,
    /// A wrist.
    Wrist,
    /// A hand.
    Hand,
    /// A leg above the knee.
    Thigh,
    /// A knee.
    Knee,
    /// The hollow of a knee.
    KneeHollow,
    /// The front of a leg below the knee.
    Shin,
    /// The back of a leg below the knee.
    Calf,
    /// An ankle.
    Ankle,
    /// A foot from the front.
    Foot,
    /// A heel.
    Heel,
}

/// Which half of the body, as the child would say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// The child's right.
    Right,
    /// The middle of the trunk.
    Middle,
    /// The child's left.
    Left,
    /// There is only one of it, in the middle.
    Whole,
}

/// A region of the body, as it is told in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// The side from which it is seen.
    pub side: Side,
    /// The part.
    pub part: Part,
    /// Which half.
    pub half: Half,
}

impl Spot {
    /// Returns the place that was pointed at, in thousandths; nothing when it is not on the body.
    pub fn pointed_at(side: Side, x: u16, y: u16) -> Option<Self> {
        let spot = Self { side, x: x.min(1000), y: y.min(1000) };
        (spot.nearest()?.distance(spot) <= BESIDE).then_some(spot)
    }

    /// Returns the place in the middle of a region, for whoever chooses it from a list.
    pub fn in_region(region: Region) -> Self {
        let area = areas(region.side).find(|area| area.part == region.part);
        let (off, y) = area.map_or((0.0, 0.0), |area| area.middle(region.half));
        let is_right_on_paper = (region.half == Half::Left) == (region.side == Side::Front);
        let x = if is_right_on_paper { WIDTH / 2.0 + off } else { WIDTH / 2.0 - off };
        Self { side: region.side, x: thousandths(x, WIDTH), y: thousandths(y, HEIGHT) }
    }

    /// Returns the region in which the place lies.
    pub fn region(self) -> Region {
        let (part, half) = self
            .nearest()
            .map_or((Part::Belly, Half::Middle), |area| (area.part, area.reach.half(self)));
        Region { side: self.side, part, half }
    }

    fn nearest(self) -> Option<&'static Area> {
        areas(self.side).min_by(|one, other| one.distance(self).total_cmp(&other.distance(self)))
    }

    /// Returns how far the place lies from the axis of the body, and how low.
    fn folded(self) -> (f32, f32) {
        let (x, y) = (f32::from(self.x) / 1000.0 * WIDTH, f32::from(self.y) / 1000.0 * HEIGHT);
        ((x - WIDTH / 2.0).abs(), y)
    }

    /// Returns the half in which the place lies: what is right on paper is the child's left when
    /// the child is seen from the front.
    const fn half(self) -> Half {
        match (self.side, self.x > 500) {
            (Side::Front, true) | (Side::Back, false) => Half::Left,
            (Side::Front, false) | (Side::Back, true) => Half::Right,
        }
    }
}

/// Returns every region of a side from head to foot, the child's right before its left.
pub fn regions(side: Side) -> Vec<Region> {
    let mut areas: Vec<&Area> = areas(side).collect();
    areas.sort_by(|one, other| one.from.1.total_cmp(&other.from.1));
    let halves = |area: &'static Area| {
        area.reach.halves().iter().map(move |half| Region { side, part: area.part, half: *half })
    };
    areas.into_iter().flat_map(halves).collect()
}

fn thousandths(place: f32, whole: f32) -> u16 {
    (place / whole * 1000.0).round() as u16
}

/// How an area lies about the axis of the body.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// One, on the axis.
    Single,
    /// Two, one on each side.
    Paired,
    /// One that is wide enough to tell its middle from its sides.
    Broad,
}

impl Reach {
    const fn halves(self) -> &'static [Half] {
        match self {
            Self::Single => &[Half::Whole],
            Self::Paired => &[Half::Right, Half::Left],
            Self::Broad => &[Half::Right, Half::Middle, Half::Left],
        }
    }

    fn half(self, spot: Spot) -> Half {
        match self {
            Self::Single => Half::Whole,
            Self::Broad if spot.folded().0 < MIDDLE => Half::Middle,
            Self::Paired | Self::Broad => spot.half(),
        }
    }
}

/// Where a part lies on the drawing: everything within a distance of a line. Lines run from their
/// distance to the axis, and the height, to the same.
struct Area {
    part: Part,
    reach: Reach,
    from: (f32, f32),
    to: (f32, f32),
    radius: f32,
}

impl Area {
    /// Returns how far a place lies outside the area; negative inside.
    fn distance(&self, spot: Spot) -> f32 {
        let (x, y) = spot.folded();
        let (dx, dy) = (self.to.0 - self.from.0, self.to.1 - self.from.1);
        let length = dx.mul_add(dx, dy * dy);
        let along = if length == 0.0 {
            0.0
        } else {
            ((x - self.from.0).mul_add(dx, (y - self.from.1) * dy) / length).clamp(0.0, 1.0)
        };
        let (near_x, near_y) = (along.mul_add(dx, self.from.0), along.mul_add(dy, self.from.1));
        (x - near_x).hypot(y - near_y) - self.radius
    }

    fn middle(&self, half: Half) -> (f32, f32) {
        let y = f32::midpoint(self.from.1, self.to.1);
        match (self.reach, half) {
            (Reach::Single, _) | (_, Half::Middle | Half::Whole) => (0.0, y),
            (Reach::Broad, _) => (self.to.0 * FLANK, y),
            (Reach::Paired, _) => (f32::midpoint(self.from.0, self.to.0), y),
        }
    }
}

fn areas(side: Side) -> impl Iterator<Item = &'static Area> {
    let own = match side {
        Side::Front => FRONT.as_slice(),
        Side::Back => BACK.as_slice(),
    };
    own.iter().chain(&BOTH)
}

const fn area(part: Part, reach: Reach, line: [(f32, f32); 2], radius: f32) -> Area {
    let [from, to] = line;
    Area { part, reach, from, to, radius }
}

const FRONT: [Area; 14] = [
    area(Part::Forehead, Reach::Single, [(0.0, 26.0), (14.0, 26.0)], 12.0),
    area(Part::Eye, Reach::Paired, [(12.0, 45.0), (12.0, 45.0)], 7.0),
    area(Part::Nose, Reach::Single, [(0.0, 50.0), (0.0, 54.0)], 5.0),
    area(Part::Cheek, Reach::Paired, [(19.0, 56.0), (19.0, 56.0)], 8.0),
    area(Part::Mouth, Reach::Single, [(0.0, 63.0), (5.0, 63.0)], 4.0),
    area(Part::Chin, Reach::Single, [(0.0, 71.0), (0.0, 71.0)], 5.0),
    area(Part::Throat, Reach::Single, [(0.0, 84.0), (0.0, 90.0)], 9.0),
    area(Part::Chest, Reach::Broad, [(0.0, 118.0), (26.0, 118.0)], 16.0),
    area(Part::Belly, Reach::Broad, [(0.0, 158.0), (24.0, 158.0)], 20.0),
    area(Part::LowerBelly, Reach::Broad, [(0.0, 202.0), (22.0, 202.0)], 18.0),
    area(Part::Hip, Reach::Paired, [(36.0, 204.0), (36.0, 204.0)], 6.0),
    area(Part::Knee, Reach::Paired, [(20.0, 284.0), (20.0, 284.0)], 12.0),
    area(Part::Shin, Reach::Paired, [(18.0, 310.0), (16.0, 344.0)], 12.0),
    area(Part::Foot, Reach::Paired, [(14.0, 384.0), (32.0, 384.0)], 8.0),
];

const BACK: [Area; 8] = [
    area(Part::BackOfHead, Reach::Single, [(0.0, 30.0), (0.0, 56.0)], 24.0),
    area(Part::Nape, Reach::Single, [(0.0, 84.0), (0.0, 92.0)], 9.0),
    area(Part::UpperBack, Reach::Broad, [(0.0, 122.0), (26.0, 122.0)], 18.0),
    area(Part::LowerBack, Reach::Broad, [(0.0, 168.0), (20.0, 168.0)], 15.0),
    area(Part::Buttock, Reach::Paired, [(18.0, 208.0), (18.0, 208.0)], 19.0),
    area(Part::KneeHollow, Reach::Paired, [(20.0, 284.0), (20.0, 284.0)], 11.0),
    area(Part::Calf, Reach::Paired, [(18.0, 310.0), (16.0, 342.0)], 12.0),
    area(Part::Heel, Reach::Paired, [(14.0, 384.0), (24.0, 384.0)], 8.0),
];

const BOTH: [Area; 10] = [
    area(Part::Ear, Reach::Paired, [(34.0, 45.0), (34.0, 45.0)], 5.0),
    area(Part::Shoulder, Reach::Paired, [(40.0, 111.0), (40.0, 111.0)], 12.0),
    area(Part::UpperArm, Reach::Paired, [(48.0, 124.0), (54.0, 148.0)], 8.0),
    area(Part::Elbow, Reach::Paired, [(57.0, 165.0), (57.0, 165.0)], 8.0),
    area(Part::Waist, Reach::Paired, [(34.0, 162.0), (34.0, 182.0)], 4.0),
    area(Part::Forearm, Reach::Paired, [(60.0, 177.0), (68.0, 199.0)], 7.0),
    area(Part::Wrist, Reach::Paired, [(71.0, 209.0), (71.0, 209.0)], 5.0),
    area(Part::Hand, Reach::Paired, [(75.0, 220.0), (77.0, 232.0)], 7.0),
    area(Part::Thigh, Reach::Paired, [(20.0, 236.0), (19.0, 264.0)], 16.0),
    area(Part::Ankle, Reach::Paired, [(16.0, 363.0), (16.0, 363.0)], 7.0),
];

#[cfg(test)]
mod tests {
    use super::*;

    const SIDES: [Side; 2] = [Side::Front, Side::Back];

    fn at(side: Side, x: u16, y: u16) -> (Part, Half) {
        let region = Spot { side, x, y }.region();
        (region.part, region.half)
    }

    #[test]
    fn a_region_from_the_list_and_its_place_on_the_drawing_are_the_same() {
        for region in SIDES.into_iter().flat_map(regions) {
            let spot = Spot::in_region(region);
            assert_eq!(spot.region(), region, "{spot:?}");
            assert_eq!(Spot::pointed_at(spot.side, spot.x, spot.y), Some(spot));
        }
    }

    #[test]
    fn left_is_the_left_of_the_child() {
        assert_eq!(at(Side::Front, 760, 340), (Part::UpperArm, Half::Left));
        assert_eq!(at(Side::Front, 240, 340), (Part::UpperArm, Half::Right));
        assert_eq!(at(Side::Back, 760, 340), (Part::UpperArm, Half::Right));
        assert_eq!(at(Side::Back, 240, 340), (Part::UpperArm, Half::Left));
    }

    #[test]
    fn trunk_has_a_middle_and_what_there_is_one_of_has_no_side() {
        assert_eq!(at(Side::Front, 505, 300), (Part::Chest, Half::Middle));
        assert_eq!(at(Side::Front, 590, 300), (Part::Chest, Half::Left));
        assert_eq!(at(Side::Front, 560, 60), (Part::Forehead, Half::Whole));
        assert_eq!(at(Side::Back, 470, 60), (Part::BackOfHead, Half::Whole));
    }

    #[test]
    fn a_finger_beside_the_body_makes_no_mark_and_one_at_its_edge_does() {
        for (x, y) in [(0, 0), (1000, 1000), (40, 200), (900, 800)] {
            assert_eq!(Spot::pointed_at(Side::Front, x, y), None, "{x} {y}");
        }
        assert!(Spot::pointed_at(Side::Front, 940, 560).is_some());
    }

    #[test]
    fn a_place_off_the_drawing_still_has_a_region() {
        let spot = Spot { side: Side::Back, x: u16::MAX, y: u16::MAX };
        assert_eq!(spot.region().part, Part::Heel);
    }

    #[test]
    fn a_list_names_each_region_once() {
        for side in SIDES {
            let regions = regions(side);
            assert!(regions.len() > 30);
            for (place, region) in regions.iter().enumerate() {
                assert!(!regions[..place].contains(region), "{region:?}");
            }
        }
    }
}
