using CsCheck;
using Sendra.Domain.Common;

namespace Sendra.Domain.UnitTests.Common;

public sealed class TimeOrderedIdTests
{
    [Test]
    public void L1_a_bound_parts_ids_exactly_at_its_time() =>
        Gen.Select(Gen.Long[0, 4_102_444_800_000], Gen.Int[-1, 1]).Sample((milliseconds, step) =>
        {
            var bound = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
            var id = new IdGenerator(new Clock(bound.AddMilliseconds(step))).Next<EventId>();
            return id >= TimeOrderedId.LowerBound<EventId>(bound) == step >= 0;
        });

    [Test]
    public void L1_a_part_of_a_millisecond_rounds_up()
    {
        var time = DateTimeOffset.FromUnixTimeMilliseconds(1000);

        TimeOrderedId.LowerBound<EventId>(time.AddTicks(1)).Should().Be(TimeOrderedId.LowerBound<EventId>(time.AddMilliseconds(1)));
        TimeOrderedId.LowerBound<EventId>(time.AddTicks(-1)).Should().Be(TimeOrderedId.LowerBound<EventId>(time));
        TimeOrderedId.TimeOf(TimeOrderedId.LowerBound<EventId>(time)).Should().Be(time);
    }

    [Test]
    public void L1_every_time_has_a_bound()
    {
        TimeOrderedId.LowerBound<EventId>(DateTimeOffset.MinValue).Should().Be(default(EventId));
        (TimeOrderedId.LowerBound<EventId>(DateTimeOffset.MaxValue) > new EventId(Guid.CreateVersion7())).Should().BeTrue();
        TimeOrderedId.LowerBound<EventId>(new DateTimeOffset(1970, 1, 1, 2, 0, 0, TimeSpan.FromHours(2))).Should().Be(default(EventId));
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
