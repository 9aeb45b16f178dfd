using NodaTime;
using NodaTime.Text;
using Sendra.Domain.Calendar;

namespace Sendra.Domain.UnitTests.Calendar;

internal sealed class IsoDurationTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [TestCase("PT30M", "2026-05-20T12:00:00Z", "2026-05-20T12:30:00Z")]
    [TestCase("P3D", "2026-05-20T12:00:00Z", "2026-05-23T12:00:00Z")]
    [TestCase("P1W", "2026-05-20T12:00:00Z", "2026-05-27T12:00:00Z")]
    [TestCase("P1DT2H3M4S", "2026-05-20T12:00:00Z", "2026-05-21T14:03:04Z")]
    [TestCase("P1M", "2026-01-31T12:00:00Z", "2026-02-28T12:00:00Z")]
    [TestCase("P1Y", "2028-02-29T12:00:00Z", "2029-02-28T12:00:00Z")]
    [TestCase("P4Y", "2028-02-29T12:00:00Z", "2032-02-29T12:00:00Z")]
    [TestCase("-P3D", "2026-05-20T12:00:00Z", "2026-05-17T12:00:00Z")]
    [TestCase("P0D", "2026-05-20T12:00:00Z", "2026-05-20T12:00:00Z")]
    [TestCase("P1D", "2026-03-28T12:00:00Z", "2026-03-29T11:00:00Z", Description = "the same time of day, where the clocks go forward")]
    [TestCase("PT24H", "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z", Description = "hours are exact")]
    [TestCase("P1D", "2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z", Description = "02:30 does not exist: 03:30 it is")]
    [TestCase("P1D", "2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", Description = "02:30 comes twice: the first")]
    [TestCase("P1M", "2026-03-15T12:00:00Z", "2026-04-15T11:00:00Z")]
    [TestCase("P10Y", "9999-06-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", Description = "no further than can be stored")]
    [TestCase("-P10Y", "0001-06-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    public void Days_are_the_calendars_and_hours_are_exact(string text, string start, string end)
    {
        IsoDuration.TryParse(text, IsoDuration.MaxDays, mayBeNegative: true, out var duration, out _).Should().BeTrue();

        duration!.AddTo(At(start), Berlin).Should().Be(At(end));
        duration.Text.Should().Be(text);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("P")]
    [TestCase("PT")]
    [TestCase("P1DT")]
    [TestCase("3 days")]
    [TestCase("p3d")]
    [TestCase("P-3D")]
    [TestCase("P1.5D")]
    [TestCase("PT1M1H")]
    [TestCase("P1D\n")]
    [TestCase("P9999999999D")]
    [TestCase("P٣D")]
    public void F8_other_texts_are_no_durations(string? text)
    {
        IsoDuration.TryParse(text, IsoDuration.MaxDays, mayBeNegative: true, out _, out var problem).Should().BeFalse();

        problem.Should().Contain("ISO 8601 duration");
    }

    [TestCase("P400D", null)]
    [TestCase("P401D", "must be at most P400D")]
    [TestCase("PT9601H", "must be at most P400D")]
    [TestCase("P1Y1M", null)]
    [TestCase("P1Y2M", "must be at most P400D")]
    [TestCase("P99999999Y99999999M99999999W99999999DT99999999H99999999M99999999S", "must be at most P400D")]
    [TestCase("-P1D", "must not be negative")]
    public void F8_a_duration_has_its_bounds(string text, string? expected)
    {
        IsoDuration.TryParse(text, 400, mayBeNegative: false, out _, out var problem);

        problem.Should().Be(expected);
    }

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
