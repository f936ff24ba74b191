//! Makes a module smaller to download. Functions that are the same to the byte are kept once. The others stand in the
//! order of their names: what one generic function became for each type stands together then, and Brotli finds the
//! likeness. A thirtieth of the download.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, FunctionSectionReader, KnownCustom, Name, Parser,
    Payload, TypeRef,
};

/// The same module without custom sections and repetitions, its functions in the order of their names.
pub(crate) fn compact(wasm: Vec<u8>) -> Result<Vec<u8>> {
    let shorter = by_name(&wasm)?;
    // Whoever calls one of two equal functions may become equal to another caller.
    if shorter.len() < wasm.len() {
        compact(shorter)
    } else {
        Ok(wasm)
    }
}

fn by_name(wasm: &[u8]) -> Result<Vec<u8>> {
    let functions = Functions::of(wasm)?;
    let mut first = BTreeMap::new();
    let mut order = Vec::new();
    for place in 0..functions.bodies.len() {
        let function = (functions.types[place], functions.bodies[place]);
        if *first.entry(function).or_insert(place) == place {
            order.push(place);
        }
    }
    order.sort_by_key(|place| functions.names[*place]);
    let mut new = vec![0; functions.bodies.len()];
    for (index, place) in (functions.imported..).zip(&order) {
        new[*place] = index;
    }
    for place in 0..new.len() {
        new[place] = new[first[&(functions.types[place], functions.bodies[place])]];
    }
    let mut module = Module::new();
    let imported = functions.imported;
    Ordered {
        imported,
        order,
        new,
    }
    .parse_core_module(&mut module, Parser::new(0), wasm)
    .context("the module cannot be written again")?;
    Ok(module.finish())
}

/// What a module says of its functions.
#[derive(Default)]
struct Functions<'a> {
    /// How many are imported; the others follow.
    imported: u32,
    types: Vec<u32>,
    bodies: Vec<&'a [u8]>,
    names: Vec<&'a str>,
}

impl<'a> Functions<'a> {
    fn of(wasm: &'a [u8]) -> Result<Self> {
        let mut found = Self::default();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        found.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(section) => {
                    found.types = section.into_iter().collect::<Result<_, _>>()?;
                    found.names = vec![""; found.types.len()];
                }
                Payload::CodeSectionEntry(body) => found.bodies.push(body.as_bytes()),
                Payload::CustomSection(section) => found.take_names(&section)?,
                _ => {}
            }
        }
        Ok(found)
    }

    fn take_names(&mut self, section: &CustomSectionReader<'a>) -> Result<()> {
        let KnownCustom::Name(section) = section.as_known() else {
            return Ok(());
        };
        for part in section {
            let Name::Function(map) = part? else {
                continue;
            };
            for naming in map {
                let naming = naming?;
                let place = naming.index.checked_sub(self.imported);
                if let Some(name) = place.and_then(|place| self.names.get_mut(place as usize)) {
                    *name = naming.name;
                }
            }
        }
        Ok(())
    }
}

struct Ordered {
    imported: u32,
    /// The functions that are kept, by their old places.
    order: Vec<usize>,
    /// The new index of what stood at each place.
    new: Vec<u32>,
}

type Written = Result<(), Error>;

impl Reencode for Ordered {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        let place = function.checked_sub(self.imported);
        Ok(place.map_or(function, |place| self.new[place as usize]))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Written {
        let types = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for from in &self.order {
            functions.function(types[*from]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Written {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for place in 0..self.order.len() {
            utils::parse_function_body(self, code, bodies[self.order[place]].clone())?;
        }
        Ok(())
    }

    fn parse_custom_section(&mut self, _: &mut Module, _: CustomSectionReader<'_>) -> Written {
        Ok(())
    }
}
