using NodaTime;
using Sendra.Application.Common;

namespace Sendra.Application.UnitTests.Common;

public sealed class LocalDayTests
{
    [Test]
    public void Days_begin_at_midnight_of_the_zone_also_where_clocks_are_changed()
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

        var days = LocalDay.Last(3, zone, new DateTimeOffset(2026, 3, 30, 1, 0, 0, TimeSpan.Zero));

        days.Select(day => day.Date).Should().Equal(new DateOnly(2026, 3, 28), new DateOnly(2026, 3, 29), new DateOnly(2026, 3, 30));
        days.Select(day => (day.To - day.From).TotalHours).Should().Equal(24, 23, 24);
        days[1].From.Should().Be(new DateTimeOffset(2026, 3, 28, 23, 0, 0, TimeSpan.Zero));
        days.Zip(days.Skip(1)).Should().AllSatisfy(pair => pair.First.To.Should().Be(pair.Second.From));
    }

    [Test]
    public void A_day_whose_midnight_is_skipped_begins_when_the_clock_goes_on()
    {
        var day = LocalDay.Last(1, DateTimeZoneProviders.Tzdb["Africa/Cairo"], new DateTimeOffset(2026, 4, 24, 12, 0, 0, TimeSpan.Zero))[0];

        (day.To - day.From).TotalHours.Should().Be(23);
    }
}
