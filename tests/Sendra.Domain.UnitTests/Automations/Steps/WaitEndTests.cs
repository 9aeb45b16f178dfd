using NodaTime;
using NodaTime.Text;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Calendar;
using Sendra.Domain.Conditions;
using Sendra.Domain.UnitTests.Common;

namespace Sendra.Domain.UnitTests.Automations.Steps;

internal sealed class WaitEndTests
{
    private static readonly Instant Entered = At("2026-05-20T12:00:00Z");

    [TestCase("\"2026-06-01\"", null, "2026-05-31T22:00:00Z", Description = "the day begins where the contact lives")]
    [TestCase("\"20260601\"", null, "2026-05-31T22:00:00Z")]
    [TestCase("\"2026-06-01\"", "-P3D", "2026-05-28T22:00:00Z")]
    [TestCase("\"2026-06-01T09:00:00Z\"", "PT30M", "2026-06-01T09:30:00Z")]
    [TestCase("\"2028-03-31\"", "-P1M", "2028-02-28T23:00:00Z", Description = "29 February, 00:00 in Berlin")]
    [TestCase("\"2026-03-30\"", "-P1D", "2026-03-28T23:00:00Z", Description = "the day that the clocks go forward begins at 00:00 too")]
    [TestCase("\"2020-01-01T00:00:00Z\"", null, "2020-01-01T00:00:00Z", Description = "over already")]
    [TestCase("\"soon\"", null, null)]
    [TestCase("1798761600", null, null)]
    [TestCase("null", null, null)]
    public void A_wait_until_a_date_ends_when_a_person_would_say(string value, string? offset, string? expected)
    {
        var end = WaitEnd.Until(new FieldValue(Make.Json(value)), offset is null ? null : Lasting(offset), null, Calendar("Europe/Berlin"), Entered);

        end.At.Should().Be(expected is null ? null : At(expected));
    }

    [Test]
    public void A_day_starts_when_the_clocks_let_it()
    {
        // In São Paulo the day of 2018-11-04 began at 01:00.
        var end = WaitEnd.Until(new FieldValue(Make.Json("\"2018-11-04\"")), null, null, Calendar("America/Sao_Paulo"), Entered);

        end.At.Should().Be(At("2018-11-04T03:00:00Z"));
    }

    [TestCase("Asia/Tokyo", "2026-05-22T00:00:00Z", null)]
    [TestCase("Mars/Olympus", "2026-05-21T13:00:00Z", "The contact's zone is \"Mars/Olympus\", which isn't a time zone, so the workspace's zone America/New_York applies.")]
    [TestCase(null, "2026-05-21T13:00:00Z", "The contact has no zone, so the workspace's zone America/New_York applies.")]
    public void An_unknown_zone_reads_as_the_workspaces_and_says_so(string? zone, string expected, string? note)
    {
        TimeWindow.TryParse(Make.Json("""{ "from": "09:00", "to": "17:00", "timeZone": "contact" }"""), "window", [], out var window);

        var end = WaitEnd.After(Entered, Lasting("P1D"), window, Calendar(zone, "America/New_York"), Entered);

        end.Should().Be(new WaitEnd(At(expected), note));
    }

    [TestCase("2026-05-20T14:00:30Z", "2026-05-20T14:00:00Z", Description = "on time, as timers are")]
    [TestCase("2026-05-20T14:30:00Z", "2026-05-20T14:30:00Z", Description = "late, but inside")]
    [TestCase("2026-05-20T20:00:00Z", "2026-05-21T09:00:00Z", Description = "late, and outside")]
    public void F9_a_late_wait_with_a_window_ends_at_the_next_moment_inside(string now, string expected)
    {
        TimeWindow.TryParse(Make.Json("""{ "from": "09:00", "to": "17:00", "timeZone": "workspace" }"""), "window", [], out var window);

        WaitEnd.After(Entered, Lasting("PT2H"), window, Calendar(null), At(now)).At.Should().Be(At(expected));
    }

    [Test]
    public void Months_are_those_of_the_workspaces_calendar() =>
        WaitEnd.After(At("2026-01-31T23:30:00Z"), Lasting("P1M"), null, Calendar(null, "Europe/Berlin"), Entered).At
            .Should().Be(At("2026-02-28T23:30:00Z"), "in Berlin it is the first of February already, a month later the first of March");

    private static WorkspaceCalendar Calendar(string? contactZone, string workspace = "UTC") => WorkspaceCalendar.For(
        DateTimeZoneProviders.Tzdb[workspace], "zone", Make.Json(contactZone is null ? "{}" : $$"""{ "zone": "{{contactZone}}" }"""));

    private static IsoDuration Lasting(string text) =>
        IsoDuration.TryParse(text, IsoDuration.MaxDays, mayBeNegative: true, out var duration, out var problem) ? duration : throw new ArgumentException(problem);

    private static Instant At(string text) => InstantPattern.General.Parse(text).Value;
}
