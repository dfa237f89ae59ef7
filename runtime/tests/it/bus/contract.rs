//! What every bus promises.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use tiebeam::bus::{Delivery, Lag, Message, Position, Start, Topic};

use super::places::Place;
use super::seen::{ids, keyed, message, of_source, positioned};

on_every_bus! {
    what_is_published_arrives_as_it_was
    messages_arrive_in_the_order_of_their_publication
    publications_under_way_at_once_keep_their_order
    nothing_is_missed_while_several_publish
    what_another_instance_publishes_arrives
    a_dropped_delivery_comes_again_after_the_wait
    an_extended_delivery_does_not_come_again_in_time
    an_acknowledged_delivery_does_not_come_again
    a_delivery_that_is_given_back_comes_again_after_the_delay
    two_instances_share_the_work
    two_subscriptions_both_get_everything
    a_subscription_reads_several_topics
    no_more_is_in_flight_than_is_allowed
    a_wait_that_is_given_up_loses_nothing
    the_same_event_again_is_not_added_twice
    a_subscription_begins_where_it_was_told
    provisioning_again_changes_nothing
    a_reopened_subscription_goes_on_where_it_was
    what_is_kept_too_long_is_gone
    messages_of_a_key_are_found_from_a_position_on
    a_later_epoch_comes_after_an_earlier_one
    lag_counts_what_waits_and_says_for_how_long
    what_was_not_provisioned_is_refused
    what_no_bus_takes_is_refused
}

async fn publish(place: &Place, messages: impl IntoIterator<Item = Message>) {
    for message in messages {
        place.bus.publish(&message).await.expect("it is published");
    }
}

async fn ack_all(deliveries: Vec<Delivery>) {
    for delivery in deliveries {
        delivery.ack().await.expect("the bus hears it");
    }
}

fn numbers(range: std::ops::Range<usize>) -> Vec<String> {
    range.map(|number| number.to_string()).collect()
}

async fn what_is_published_arrives_as_it_was(place: &Place) {
    let mut deliveries = place.open(&place.subscription()).await;
    let sent = [message(&place.topic, 1), keyed(&place.topic, "Käse 100%", 7)];
    publish(place, sent.clone()).await;
    let arrived = place.gather(&mut deliveries, 2).await;
    let messages: Vec<_> = arrived.iter().map(|delivery| delivery.message().clone()).collect();
    assert_eq!(messages, sent);
    assert!(arrived.iter().all(|delivery| delivery.redelivered() == 0));
}

async fn messages_arrive_in_the_order_of_their_publication(place: &Place) {
    let mut deliveries = place.open(&place.subscription()).await;
    publish(place, (0..50).map(|number| message(&place.topic, number))).await;
    assert_eq!(ids(&place.gather(&mut deliveries, 50).await), numbers(0..50));
}

async fn publications_under_way_at_once_keep_their_order(place: &Place) {
    let mut deliveries = place.open(&place.subscription()).await;
    let messages: Vec<_> = (0..200).map(|number| message(&place.topic, number)).collect();
    let mut under_way: Vec<_> = messages.iter().map(|message| place.bus.publish(message)).collect();
    std::future::poll_fn(|context| {
        // Each is polled until it is ready, and then not again.
        under_way.retain_mut(|publication| match publication.as_mut().poll(context) {
            std::task::Poll::Pending => true,
            std::task::Poll::Ready(published) => {
                published.expect("it is published");
                false
            }
        });
        if under_way.is_empty() { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    assert_eq!(ids(&place.gather(&mut deliveries, 200).await), numbers(0..200));
}

async fn nothing_is_missed_while_several_publish(place: &Place) {
    const KEYS: u64 = 8;
    const EACH: u64 = 30;
    let mut deliveries = place.open(&place.subscription()).await;
    let mut publishing = tokio::task::JoinSet::new();
    for key in 0..KEYS {
        let bus = if key % 2 == 0 { &place.bus } else { &place.other };
        let (bus, topic) = (Arc::clone(bus), place.topic.clone());
        publishing.spawn(async move {
            for sequence in 1..=EACH {
                let message = keyed(&topic, &format!("k{key}"), sequence);
                bus.publish(&message).await.expect("it is published");
            }
        });
    }
    let mut seen: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    for _ in 0..KEYS * EACH {
        let delivery = place.next(&mut deliveries, 1).await.pop().expect("there is one");
        let message = delivery.message();
        let sequence = message.position().expect("it has one").sequence;
        seen.entry(message.key().expect("it has one").to_owned()).or_default().push(sequence);
        delivery.ack().await.expect("the bus hears it");
    }
    publishing.join_all().await;
    for (key, sequences) in seen {
        assert_eq!(sequences, (1..=EACH).collect::<Vec<_>>(), "{key}");
    }
}

async fn what_another_instance_publishes_arrives(place: &Place) {
    let mut deliveries = place.open(&place.subscription()).await;
    for number in 0..3 {
        let message = message(&place.topic, number);
        let arrived = async {
            let (published, arrived) =
                tokio::join!(place.other.publish(&message), deliveries.next(1));
            published.and(arrived)
        };
        let arrived = place.until(arrived).await.expect("the bus answers");
        assert_eq!(ids(&arrived), numbers(number..number + 1));
        ack_all(arrived).await;
    }
}

async fn a_dropped_delivery_comes_again_after_the_wait(place: &Place) {
    let mut deliveries = place.open(&place.subscription()).await;
    publish(place, [message(&place.topic, 0), message(&place.topic, 1)]).await;
    drop(place.gather(&mut deliveries, 2).await);
    publish(place, [message(&place.topic, 2)]).await;
    let next = place.next(&mut deliveries, 1).await;
    assert_eq!(ids(&next), ["2"], "others do not wait for them");
    ack_all(next).await;
    let again = place.gather(&mut deliveries, 2).await;
    assert_eq!(ids(&again), ["0", "1"]);
    assert!(again.iter().all(|delivery| delivery.redelivered() == 1), "{again:?}");
}

async fn an_extended_delivery_does_not_come_again_in_time(place: &Place) {
    let mut deliveries = place.open(&place.subscription()).await;
    publish(place, [message(&place.topic, 0), message(&place.topic, 1)]).await;
    let mut first = place.gather(&mut deliveries, 2).await;
    let held = first.remove(0);
    for _ in 0..3 {
        place.pass(place.moment() / 2).await;
        held.extend().await.expect("the bus hears it");
    }
    let again = place.next(&mut deliveries, 2).await;
    assert_eq!(ids(&again), ["1"], "only what was not extended");
}

async fn an_acknowledged_delivery_does_not_come_again(place: &Place) {
    let mut deliveries = place.open(&place.subscription()).await;
    publish(place, [message(&place.topic, 0), message(&place.topic, 1)]).await;
    let mut first = place.gather(&mut deliveries, 2).await;
    let held = first.pop().expect("there are two");
    ack_all(first).await;
    drop(held);
    let again = place.next(&mut deliveries, 2).await;
    assert_eq!(ids(&again), ["1"], "the other one was acknowledged");
    ack_all(again).await;
    until_lag(place, Lag::default()).await;
}

async fn a_delivery_that_is_given_back_comes_again_after_the_delay(place: &Place) {
    let mut deliveries = place.open(&place.subscription()).await;
    publish(place, (0..2).map(|number| message(&place.topic, number))).await;
    for delivery in place.gather(&mut deliveries, 2).await {
        let is_first = delivery.message().id() == "0";
        let delay = if is_first { place.moment() } else { Duration::ZERO };
        delivery.retry_after(delay).await.expect("the bus hears it");
    }
    publish(place, [message(&place.topic, 2)]).await;
    let soon = place.gather(&mut deliveries, 2).await;
    assert_eq!(ids(&soon).into_iter().collect::<BTreeSet<_>>(), BTreeSet::from(["1", "2"]));
    ack_all(soon).await;
    let later = place.next(&mut deliveries, 2).await;
    assert_eq!(ids(&later), ["0"]);
    assert_eq!(later[0].redelivered(), 1);
}

async fn two_instances_share_the_work(place: &Place) {
    let subscription = place.subscription();
    let mut first = place.open(&subscription).await;
    let mut second = place.other.subscribe(&subscription).await.expect("it was provisioned");
    publish(place, (0..40).map(|number| message(&place.topic, number))).await;
    let mut seen = Vec::new();
    while seen.len() < 40 {
        let arrived = place
            .until(async {
                tokio::select! {
                    arrived = first.next(3) => arrived,
                    arrived = second.next(3) => arrived,
                }
            })
            .await
            .expect("the bus answers");
        for delivery in arrived {
            assert_eq!(delivery.redelivered(), 0);
            seen.push(delivery.message().id().to_owned());
            delivery.ack().await.expect("the bus hears it");
        }
    }
    let each: BTreeSet<_> = seen.iter().cloned().collect();
    assert_eq!(each.len(), 40, "none came to both: {seen:?}");
    until_lag(place, Lag::default()).await;
}

async fn two_subscriptions_both_get_everything(place: &Place) {
    let mut first = place.open(&place.subscription()).await;
    let mut subscription = place.subscription();
    "tests@1.another_one".clone_into(&mut subscription.name);
    let mut second = place.open(&subscription).await;
    publish(place, (0..3).map(|number| message(&place.topic, number))).await;
    for deliveries in [&mut first, &mut second] {
        assert_eq!(ids(&place.gather(deliveries, 3).await), numbers(0..3));
    }
}

async fn a_subscription_reads_several_topics(place: &Place) {
    let other = place.other_topic();
    let mut subscription = place.subscription();
    subscription.topics.push(other.clone());
    place.provision(&[Topic::new(&*place.topic), Topic::new(&*other)], &subscription).await;
    let mut deliveries = place.bus.subscribe(&subscription).await.expect("it was provisioned");
    publish(place, (0..3).map(|number| message(&place.topic, number))).await;
    publish(place, (0..3).map(|number| message(&other, number))).await;
    let arrived = place.gather(&mut deliveries, 6).await;
    for topic in [&place.topic, &other] {
        let here = arrived.iter().filter(|delivery| delivery.message().topic() == topic);
        let here: Vec<_> = here.map(|delivery| delivery.message().id()).collect();
        assert_eq!(here, ["0", "1", "2"], "{topic}: an id counts on each");
    }
}

async fn no_more_is_in_flight_than_is_allowed(place: &Place) {
    let subscription = place.subscription().with_max_in_flight(3);
    let mut deliveries = place.open(&subscription).await;
    publish(place, (0..5).map(|number| message(&place.topic, number))).await;
    let mut first = place.gather(&mut deliveries, 3).await;
    ack_all(vec![first.remove(0)]).await;
    let next = place.next(&mut deliveries, 10).await;
    assert_eq!(ids(&next), ["3"], "one is done, so there is room for one");
}

async fn a_wait_that_is_given_up_loses_nothing(place: &Place) {
    let mut deliveries = place.open(&place.subscription()).await;
    let mut seen = Vec::new();
    for number in 0..20 {
        publish(place, [message(&place.topic, number)]).await;
        // Polled a few times and given up, wherever it is.
        for turns in 0..number {
            let mut next = deliveries.next(1);
            for _ in 0..turns {
                let polled = std::future::poll_fn(|context| {
                    std::task::Poll::Ready(next.as_mut().poll(context))
                });
                if let std::task::Poll::Ready(arrived) = polled.await {
                    seen.extend(arrived.expect("the bus answers"));
                    break;
                }
                tokio::task::yield_now().await;
            }
        }
    }
    while seen.len() < 20 {
        seen.extend(place.next(&mut deliveries, 20).await);
    }
    assert_eq!(ids(&seen), numbers(0..20));
    assert!(seen.iter().all(|delivery| delivery.redelivered() == 0), "{seen:?}");
}

async fn the_same_event_again_is_not_added_twice(place: &Place) {
    let mut deliveries = place.open(&place.subscription()).await;
    let first = message(&place.topic, 0);
    publish(place, [first.clone(), first.clone(), message(&place.topic, 1), first]).await;
    publish(place, [of_source(&place.topic, "/others", 0), message(&place.topic, 2)]).await;
    let arrived = place.gather(&mut deliveries, 4).await;
    assert_eq!(ids(&arrived), ["0", "1", "0", "2"], "an id counts together with its source");
    assert_eq!(arrived[2].message().event().source(), "/others");
}

async fn a_subscription_begins_where_it_was_told(place: &Place) {
    place.open(&place.subscription()).await;
    publish(place, [message(&place.topic, 0)]).await;
    for (name, start) in [("new", Start::New), ("beginning", Start::Beginning)] {
        let mut subscription = place.subscription().with_start(start);
        name.clone_into(&mut subscription.name);
        place.open(&subscription).await;
    }
    publish(place, [message(&place.topic, 1)]).await;
    for (name, expected) in [("new", "1"), ("beginning", "0")] {
        let mut subscription = place.subscription();
        name.clone_into(&mut subscription.name);
        let mut deliveries = place.bus.subscribe(&subscription).await.expect("it is there");
        assert_eq!(ids(&place.next(&mut deliveries, 1).await), [expected], "{name}");
    }
}

async fn provisioning_again_changes_nothing(place: &Place) {
    let subscription = place.subscription();
    let mut deliveries = place.open(&subscription).await;
    publish(place, (0..2).map(|number| message(&place.topic, number))).await;
    ack_all(place.next(&mut deliveries, 1).await).await;
    // From both instances at once, and with another start.
    let topics = [Topic::new(&*place.topic)];
    let again = [subscription.clone().with_start(Start::Beginning)];
    let (one, other) =
        tokio::join!(place.bus.provision(&topics, &again), place.other.provision(&topics, &again),);
    one.and(other).expect("it is there already");
    assert_eq!(ids(&place.next(&mut deliveries, 2).await), ["1"]);
}

async fn a_reopened_subscription_goes_on_where_it_was(place: &Place) {
    let subscription = place.subscription();
    let mut deliveries = place.open(&subscription).await;
    publish(place, (0..3).map(|number| message(&place.topic, number))).await;
    ack_all(place.next(&mut deliveries, 1).await).await;
    drop(deliveries);
    let mut deliveries = place.other.subscribe(&subscription).await.expect("it is there");
    let arrived = place.gather(&mut deliveries, 2).await;
    assert_eq!(ids(&arrived), ["1", "2"]);
}

async fn what_is_kept_too_long_is_gone(place: &Place) {
    let subscription = place.subscription().with_start(Start::Beginning);
    let topic = Topic::new(&*place.topic).with_retention(2 * place.moment());
    place.provision(&[topic], &subscription).await;
    publish(place, [keyed(&place.topic, "a", 1)]).await;
    place.pass(3 * place.moment()).await;
    publish(place, [keyed(&place.topic, "a", 2)]).await;
    let mut deliveries = place.bus.subscribe(&subscription).await.expect("it is there");
    assert_eq!(ids(&place.next(&mut deliveries, 2).await), ["a-1-2"]);
    let first = Position { epoch: 1, sequence: 1 };
    let found = place.bus.find(&place.topic, "a", first, 10).await.expect("the bus answers");
    assert_eq!(found, [keyed(&place.topic, "a", 2)]);
}

async fn messages_of_a_key_are_found_from_a_position_on(place: &Place) {
    place.open(&place.subscription()).await;
    for sequence in 1..=30 {
        for key in ["a", "b"] {
            publish(place, [keyed(&place.topic, key, sequence)]).await;
        }
    }
    publish(place, [message(&place.topic, 0)]).await;
    for (from, limit, expected) in
        [(1, 100, 1..=30), (29, 100, 29..=30), (5, 3, 5..=7), (30, 1, 30..=30)]
    {
        let from = Position { epoch: 1, sequence: from };
        let found = place.bus.find(&place.topic, "a", from, limit).await;
        let expected: Vec<_> =
            expected.map(|sequence| keyed(&place.topic, "a", sequence)).collect();
        assert_eq!(found, Ok(expected), "{from:?}");
    }
    let none = place.bus.find(&place.topic, "c", Position { epoch: 0, sequence: 0 }, 10).await;
    assert_eq!(none, Ok(Vec::new()));
}

async fn a_later_epoch_comes_after_an_earlier_one(place: &Place) {
    place.open(&place.subscription()).await;
    let positions = [(1, 1), (1, 2), (2, 2), (2, 3)];
    let messages = positions
        .map(|(epoch, sequence)| positioned(&place.topic, "a", Position { epoch, sequence }));
    publish(place, messages.clone()).await;
    for first in 0..messages.len() {
        let from = messages[first].position().expect("it has one");
        let found = place.bus.find(&place.topic, "a", from, 10).await;
        assert_eq!(found.as_deref(), Ok(&messages[first..]), "{from:?}");
    }
}

async fn lag_counts_what_waits_and_says_for_how_long(place: &Place) {
    let mut deliveries = place.open(&place.subscription()).await;
    until_lag(place, Lag::default()).await;
    publish(place, (0..3).map(|number| message(&place.topic, number))).await;
    let mut arrived = place.gather(&mut deliveries, 2).await;
    let lag = place.bus.lag(&place.subscription()).await.expect("the bus answers");
    assert_eq!(lag.waiting, 3, "two are in flight, and one is not");
    let held = arrived.pop().expect("there are two");
    ack_all(arrived).await;
    until_waiting(place, 2).await;
    place.pass(place.moment() / 3).await;
    let lag = place.bus.lag(&place.subscription()).await.expect("the bus answers");
    assert!(lag.oldest >= Some(place.moment() / 3), "{lag:?}");
    held.ack().await.expect("the bus hears it");
    ack_all(place.gather(&mut deliveries, 1).await).await;
    until_lag(place, Lag::default()).await;
}

/// Asks until the subscription of the place is behind like this: acknowledgments are not waited for.
async fn until_lag(place: &Place, expected: Lag) {
    until_waiting(place, expected.waiting).await;
    assert_eq!(place.bus.lag(&place.subscription()).await, Ok(expected));
}

async fn until_waiting(place: &Place, expected: u64) {
    for _ in 0..10_000 {
        let lag = place.bus.lag(&place.subscription()).await.expect("the bus answers");
        if lag.waiting == expected {
            return;
        }
        tokio::task::yield_now().await;
    }
    let lag = place.bus.lag(&place.subscription()).await;
    panic!("{expected} should be waiting: {lag:?}");
}

async fn what_was_not_provisioned_is_refused(place: &Place) {
    place.open(&place.subscription()).await;
    let unknown = format!("{}-unknown.happened.v1", place.topic.split('.').next().expect("one"));
    for topic in [&unknown, "no-topic", "tests.*.v1"] {
        let refused = place.bus.publish(&message(topic, 0)).await.expect_err("it is not there");
        assert!(refused.is_rejected(), "{topic}: {refused}");
    }
    let mut subscription = place.subscription();
    "tests@1.unknown".clone_into(&mut subscription.name);
    let refused = place.bus.subscribe(&subscription).await.expect_err("it is not there");
    assert!(refused.is_rejected(), "{refused}");
    let refused = place.bus.lag(&subscription).await.expect_err("it is not there");
    assert!(refused.is_rejected(), "{refused}");
    let from = Position { epoch: 1, sequence: 1 };
    let refused = place.bus.find(&unknown, "a", from, 1).await.expect_err("it is not there");
    assert!(refused.is_rejected(), "{refused}");
}

async fn what_no_bus_takes_is_refused(place: &Place) {
    let mut deliveries = place.open(&place.subscription()).await;
    let data = tiebeam::event::Data::of("text/plain", vec![b'a'; 2 * 1024 * 1024]);
    let event = message(&place.topic, 0).event().clone().with_data(data.expect("a media type"));
    let large = Message::new(&*place.topic, event);
    let refused = place.bus.publish(&large).await.expect_err("it is too large");
    assert!(refused.is_rejected(), "{refused}");
    publish(place, [message(&place.topic, 1)]).await;
    assert_eq!(ids(&place.next(&mut deliveries, 1).await), ["1"], "others go on");
}
