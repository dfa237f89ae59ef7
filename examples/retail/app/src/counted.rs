//! What processes have counted, read from the text format of Prometheus.

use std::collections::BTreeMap;

/// The metrics of some processes, one after another.
#[derive(Debug, Default)]
pub struct Counted(String);

impl Counted {
    /// Adds what a process shows.
    pub fn add(&mut self, text: &str) {
        self.0.push_str(text);
        self.0.push('\n');
    }

    /// The sums of a metric by the value of one of its labels.
    #[must_use]
    pub fn by(&self, metric: &str, label: &str) -> BTreeMap<&str, u64> {
        let mut sums = BTreeMap::new();
        for line in self.0.lines() {
            let Some((labels, value)) = sample(line, metric) else { continue };
            if let (Some(label), Ok(count)) = (value_of(labels, label), value.parse::<u64>()) {
                *sums.entry(label).or_default() += count;
            }
        }
        sums
    }
}

/// The labels and the value of a line, where it is of the metric.
fn sample<'l>(line: &'l str, metric: &str) -> Option<(&'l str, &'l str)> {
    line.strip_prefix(metric)?.strip_prefix('{')?.rsplit_once("} ")
}

/// The value of a label; our own values have neither quotes nor commas.
fn value_of<'l>(labels: &'l str, label: &str) -> Option<&'l str> {
    let mut pairs = labels.split(',').filter_map(|pair| pair.split_once('='));
    let (_, value) = pairs.find(|(name, _)| *name == label)?;
    Some(value.trim_matches('"'))
}

#[cfg(test)]
mod tests {
    use super::Counted;

    #[test]
    fn a_metric_is_summed_by_a_label() {
        let mut counted = Counted::default();
        counted.add("# TYPE asked counter\nasked{api=\"a\",op=\"x\"} 2\nasked_more{api=\"a\"} 9");
        counted.add("asked{op=\"x\",api=\"b\"} 1\nasked{api=\"a\",op=\"y\"} 3");
        let sums: Vec<_> = counted.by("asked", "api").into_iter().collect();
        assert_eq!(sums, [("a", 5), ("b", 1)]);
        assert!(counted.by("asked", "server").is_empty());
    }
}
