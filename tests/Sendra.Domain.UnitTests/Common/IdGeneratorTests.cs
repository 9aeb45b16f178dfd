using Sendra.Domain.Common;

namespace Sendra.Domain.UnitTests.Common;

public sealed class IdGeneratorTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 31, 12, 0, 0, 123, TimeSpan.Zero);

    [Test]
    public void E7_ids_of_one_node_sort_as_they_were_made_also_when_the_clock_goes_back()
    {
        var clock = new Clock { Now = Noon };
        var ids = new IdGenerator(clock);
        var made = new List<EventId>();
        foreach (var step in new[] { 0, 0, 0, 1, 0, -5000, 0, 2, 6000, -1 })
        {
            clock.Now = clock.Now.AddMilliseconds(step);
            made.AddRange(Enumerable.Range(0, 1000).Select(_ => ids.Next<EventId>()));
        }

        made.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        made.Select(id => Convert.ToHexString(id.Value.ToByteArray(bigEndian: true))).Should().BeInAscendingOrder(StringComparer.Ordinal);
    }

    [Test]
    public void A_clock_that_was_hours_ahead_and_is_set_right_is_followed_at_once()
    {
        var clock = new Clock { Now = Noon.AddHours(10) };
        var ids = new IdGenerator(clock);
        var ahead = ids.Next<EventId>();
        clock.Now = Noon;

        var right = ids.Next<EventId>();

        TimeOrderedId.TimeOf(right).Should().Be(Noon);
        (ids.Next<EventId>() > right).Should().BeTrue();
        (ids.NextAfter<EventId>(ahead) > ahead).Should().BeTrue("a contact's events keep their order");
    }

    [Test]
    public void E7_ids_are_unique_and_ordered_for_many_threads()
    {
        var ids = new IdGenerator(new Clock { Now = Noon });
        var threads = new EventId[8][];

        Parallel.For(0, 8, thread => threads[thread] = [.. Enumerable.Range(0, 50_000).Select(_ => ids.Next<EventId>())]);

        threads.SelectMany(made => made).Distinct().Should().HaveCount(8 * 50_000);
        threads.Should().OnlyContain(made => made.SequenceEqual(made.Order()));
    }

    [Test]
    public void An_id_is_a_version_7_uuid_that_carries_the_millisecond()
    {
        var id = new IdGenerator(new Clock { Now = Noon }).Next<EventId>();

        (id.Value.Version, id.Value.Variant & 0b1100).Should().Be((7, 0b1000));
        TimeOrderedId.TimeOf(id).Should().Be(Noon);
    }

    [Test]
    public void E7_the_next_id_comes_after_one_of_a_node_whose_clock_is_ahead()
    {
        var ids = new IdGenerator(new Clock { Now = Noon });
        var ahead = new IdGenerator(new Clock { Now = Noon.AddMinutes(1) }).Next<EventId>();

        var next = ids.NextAfter<EventId>(ahead);

        (next > ahead).Should().BeTrue();
        TimeOrderedId.TimeOf(next).Should().Be(Noon.AddMinutes(1));
        (ids.NextAfter<EventId>(next) > next).Should().BeTrue();
    }

    [Test]
    public void E7_the_next_id_after_an_older_one_carries_this_nodes_time()
    {
        var behind = new IdGenerator(new Clock { Now = Noon.AddMinutes(-1) }).Next<EventId>();
        var ids = new IdGenerator(new Clock { Now = Noon });

        TimeOrderedId.TimeOf(ids.NextAfter<EventId>(behind)).Should().Be(Noon);
        TimeOrderedId.TimeOf(ids.NextAfter<EventId>(null)).Should().Be(Noon);
    }

    [Test]
    public void E7_ids_of_nodes_differ_by_chance_also_in_the_same_millisecond()
    {
        var earlier = new EventId(new Guid("019c14b7-c83b-7abc-8005-000000000001"));
        var behind = new Clock { Now = Noon.AddYears(-1) };

        Tails(_ => new IdGenerator(new Clock { Now = Noon }).Next<EventId>()).Should().OnlyHaveUniqueItems();
        Tails(_ => new IdGenerator(behind).NextAfter<EventId>(earlier)).Should().OnlyHaveUniqueItems();

        static IEnumerable<string> Tails(Func<int, EventId> make) => Enumerable.Range(0, 100).Select(make).Select(id => id.ToString()[24..]);
    }

    [TestCase("019c14b7-c83b-7abc-8005-000000000001", "019c14b7-c83b-7abc-8006-")]
    [TestCase("019c14b7-c83b-7abc-bfff-000000000001", "019c14b7-c83b-7abd-8000-")]
    public void E7_the_next_id_counts_on_by_one(string earlier, string beginning) =>
        new IdGenerator(new Clock { Now = Noon.AddYears(-1) }).NextAfter<EventId>(new(new Guid(earlier))).ToString().Should().StartWith(beginning);

    [Test]
    public void E7_a_millisecond_that_is_full_goes_over_into_the_next()
    {
        var full = new EventId(new Guid("019c14b7-c83b-7fff-bfff-ffffffffffff"));
        var ids = new IdGenerator(new Clock { Now = Noon.AddYears(-1) });

        var next = ids.NextAfter<EventId>(full);

        (next > full).Should().BeTrue();
        (next.Value.Version, next.Value.Variant & 0b1100).Should().Be((7, 0b1000));
        TimeOrderedId.TimeOf(next).Should().Be(TimeOrderedId.TimeOf(full).AddMilliseconds(1));
        (ids.NextAfter<EventId>(next) > next).Should().BeTrue();
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
