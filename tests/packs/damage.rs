//! A pack that is not what was written: each byte changed, cut off anywhere, of another form, or of another base.

use xwalk::load::packed::{self, Contents};
use xwalk::load::{self, pack};
use xwalk::source::{Sources, digest};

use crate::made::{RULES, base, opened, packed, packed_library};

/// Looks at everything, and says what is against it; else all the texts.
fn objections_or_texts(bytes: Vec<u8>) -> Result<Vec<String>, Vec<String>> {
    let (sources, library) = opened(bytes, &base(3))?;
    load::read_ahead(&library);
    let texts: Vec<String> = sources.ids().map(|file| sources.get(file).text().to_owned()).collect();
    match sources.damage() {
        Some(damage) => Err(vec![damage.to_owned()]),
        None => Ok(texts),
    }
}

fn objections(bytes: Vec<u8>) -> Vec<String> {
    objections_or_texts(bytes).err().unwrap_or_default()
}

#[test]
fn a_pack_is_opened_as_it_was_written() {
    assert_eq!(objections(packed().bytes), [""; 0]);
}

#[test]
fn a_byte_that_is_another_one_is_noticed_wherever_it_stands() {
    let bytes = packed().bytes;
    let whole = objections_or_texts(bytes.clone()).unwrap();
    let mut of_no_use = 0;
    for at in 0..bytes.len() {
        for change in [1, 0x80] {
            let mut changed = bytes.clone();
            changed[at] ^= change;
            let objections = match objections_or_texts(changed) {
                Err(objections) => objections,
                // The last byte of what is compressed may have bits that say nothing.
                Ok(texts) => {
                    assert_eq!(texts, whole, "byte {at}");
                    of_no_use += 1;
                    continue;
                }
            };
            let is_clear = |said: &String| {
                ["damaged", "is incomplete", "ends within", "not a pack", "this xwalk reads version"]
                    .iter()
                    .any(|words| said.contains(words))
            };
            assert!(objections.iter().all(is_clear), "byte {at}: {objections:?}");
        }
    }
    assert!(of_no_use <= 3, "one for each of three files, and not {of_no_use}");
}

#[test]
fn a_pack_that_ends_early_or_goes_on_is_refused() {
    let bytes = packed().bytes;
    for length in 0..bytes.len() {
        assert!(!objections(bytes[..length].to_vec()).is_empty(), "{length} bytes");
    }
    let early = objections(bytes[..bytes.len() - 7].to_vec());
    assert_eq!(
        early,
        [
            "ours.xwp: the pack is incomplete: 7 bytes are missing\n\n  tip: copy it again, or make it again with `xwalk pack`"
        ]
    );
    let longer = objections([bytes.as_slice(), b"x"].concat());
    assert_eq!(
        longer,
        ["ours.xwp: the header of the pack is damaged\n\n  tip: copy it again, or make it again with `xwalk pack`"]
    );
}

#[test]
fn a_pack_of_another_form_says_which_and_what_to_do() {
    let bytes = packed().bytes;
    let of_form = |form: &str| {
        let rest = bytes.strip_prefix(b"xwalk-pack/6\n").expect("the form stands first");
        objections([format!("xwalk-pack/{form}\n").as_bytes(), rest].concat())
    };
    let newer = "ours.xwp: the pack has version 7 of the format, but this xwalk reads version 6\n\n  tip: use the xwalk that made it, or make it again with this one";
    assert_eq!(of_form("7"), [newer]);
    assert_eq!(
        of_form("0"),
        [
            "ours.xwp: the pack has version 0 of the format, but this xwalk reads version 6\n\n  tip: make it again with `xwalk pack`"
        ]
    );
    assert_eq!(
        of_form("one"),
        ["ours.xwp: it is not a pack of xwalk\n\n  tip: copy it again, or make it again with `xwalk pack`"]
    );
    assert!(!pack::is_pack(b"xwalk: catalog/1"));
}

#[test]
fn a_pack_needs_the_editions_that_it_builds_on_as_they_were() {
    let bytes = packed().bytes;
    let other = "ours.xwp: ours.xwp was made with a different version of base:1, with other clauses [outdated-pack]";
    assert_eq!(opened(bytes.clone(), &base(4)).unwrap_err(), [other]);
    let none = "ours.xwp: ours.xwp builds on base:1, which is missing [unknown-edition]";
    let elsewhere = base(3).replace("base:1", "elsewhere:1");
    assert_eq!(opened(bytes.clone(), &elsewhere).unwrap_err(), [none]);
    // What does not change what rows mean may change.
    assert!(opened(bytes, &format!("# A remark.\n{}", base(3).replace("Clause 2", "Clause two"))).is_ok());
}

#[test]
fn what_a_pack_holds_twice_is_reported_with_both_places() {
    let (bytes, mut sources) = (packed().bytes, Sources::default());
    let mut files = xwalk::load::Files::default();
    let file = sources.add("base.yaml", base(3));
    files.read(&sources, file);
    for name in ["one.xwp", "two.xwp"] {
        let pack = pack::open(&mut sources, name, bytes.clone()).unwrap();
        files.add_pack(&sources, pack);
    }
    let faults = xwalk::load::library(&sources, files).sound().unwrap_err();
    let told: Vec<String> = faults
        .iter()
        .map(|fault| {
            let place = sources.position(fault.span);
            format!("{}:{}:{} {}", sources.get(fault.span.file).name(), place.line, place.column, fault.message)
        })
        .collect();
    assert_eq!(
        told,
        [
            "ours/rules.yaml:2:5 an edition house-rules:1 is in ours/rules.yaml of the pack two.xwp and already in ours/rules.yaml of the pack one.xwp",
            "ours/base-1--house-rules-1.yaml:2:5 a table base-1--house-rules-1 is in ours/base-1--house-rules-1.yaml of the pack two.xwp and already in ours/base-1--house-rules-1.yaml of the pack one.xwp",
            "ours/way.yaml:2:5 a method our-way is in ours/way.yaml of the pack two.xwp and already in ours/way.yaml of the pack one.xwp",
        ]
    );
}

#[test]
fn a_pack_beside_the_folder_that_it_was_made_of_is_reported_with_both_names_and_the_way_out() {
    let (bytes, mut sources) = (packed().bytes, Sources::default());
    let mut files = xwalk::load::Files::default();
    for (name, text) in [("base.yaml", base(3)), ("ours/rules.yaml", RULES.to_owned())] {
        let file = sources.add(name, text);
        files.read(&sources, file);
    }
    let pack = pack::open(&mut sources, "ours.xwp", bytes).unwrap();
    files.add_pack(&sources, pack);
    let faults = xwalk::load::library(&sources, files).sound().unwrap_err();
    let told: Vec<_> = faults.iter().map(|fault| (fault.message.as_str(), fault.help.as_deref())).collect();
    let message = "an edition house-rules:1 is in ours/rules.yaml and already in ours/rules.yaml of the pack ours.xwp";
    let help =
        "use either the pack ours.xwp or the other source, not both, in --standards, xwalk.toml or XWALK_STANDARDS";
    assert_eq!(told, [(message, Some(help))]);
}

/// Whoever changes what is written has to raise the form, `FORM` in `src/engine/load/pack/front.rs`.
#[test]
fn the_form_is_what_its_number_says() {
    let (_, library, files) = packed_library();
    let number = |file| files[1..].iter().zip(0..).find(|(own, _)| **own == file).map(|(_, number)| number);
    let packed = packed::write(&Contents { library: &library, files: &number, is_sealed: false });
    let lengths = (packed.index.len(), packed.parts.len());
    assert_eq!(
        (lengths, digest([packed.index, packed.parts].concat())),
        ((298, 443), "bb93d1a769a6c50fa65c38cbaabeb3a25a117e31ce640ec2573db3e2840f29ac".to_owned())
    );
}
