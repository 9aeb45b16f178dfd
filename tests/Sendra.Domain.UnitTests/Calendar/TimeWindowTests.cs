using NodaTime;
using NodaTime.Text;
using Sendra.Domain.Calendar;
using Sendra.Domain.Common;
using Sendra.Domain.UnitTests.Common;

namespace Sendra.Domain.UnitTests.Calendar;

internal sealed class TimeWindowTests
{
    private const string WorkingHours = """{ "days": ["mon", "tue", "wed", "thu", "fri"], "from": "09:00", "to": "17:00", "timeZone": "Europe/Berlin" }""";
    private const string Nights = """{ "days": ["fri"], "from": "22:00", "to": "02:00", "timeZone": "Europe/Berlin" }""";

    // 2026-05-20 is a Wednesday; Berlin is two hours ahead in summer.
    [TestCase("2026-05-20T12:00:00Z", "2026-05-20T12:00:00Z", Description = "inside")]
    [TestCase("2026-05-20T07:00:00Z", "2026-05-20T07:00:00Z", Description = "the first moment is inside")]
    [TestCase("2026-05-20T15:00:00Z", "2026-05-21T07:00:00Z", Description = "the last is not")]
    [TestCase("2026-05-20T03:00:00Z", "2026-05-20T07:00:00Z", Description = "before")]
    [TestCase("2026-05-22T16:00:00Z", "2026-05-25T07:00:00Z", Description = "over the weekend")]
    [TestCase("2026-03-27T17:00:00Z", "2026-03-30T07:00:00Z", Description = "over the night when the clocks go forward")]
    [TestCase("2026-10-23T17:00:00Z", "2026-10-26T08:00:00Z", Description = "over the night when they go back")]
    public void A_window_moves_an_end_to_the_next_moment_inside(string end, string moved) => Next(WorkingHours, end).Should().Be(moved);

    [TestCase("2026-05-22T20:00:00Z", "2026-05-22T20:00:00Z", Description = "Friday 22:00")]
    [TestCase("2026-05-22T23:59:00Z", "2026-05-22T23:59:00Z", Description = "Saturday 01:59 belongs to Friday's window")]
    [TestCase("2026-05-23T00:00:00Z", "2026-05-29T20:00:00Z", Description = "Saturday 02:00 is over")]
    [TestCase("2026-05-21T23:00:00Z", "2026-05-22T20:00:00Z", Description = "Friday 01:00 would be Thursday's")]
    public void A_window_from_after_to_spans_midnight(string end, string moved) => Next(Nights, end).Should().Be(moved);

    [TestCase("02:00", "02:45", "2026-03-28T23:00:00Z", "2026-04-05T00:00:00Z", Description = "the clocks skip it: a week later")]
    [TestCase("02:30", "04:00", "2026-03-28T23:00:00Z", "2026-03-29T01:00:00Z", Description = "they skip its begin: when they have")]
    [TestCase("02:15", "02:45", "2026-10-24T22:00:00Z", "2026-10-25T00:15:00Z", Description = "it comes twice: the first")]
    [TestCase("02:15", "02:45", "2026-10-25T00:50:00Z", "2026-10-25T01:15:00Z", Description = "after the first, the second")]
    [TestCase("01:00", "02:30", "2026-10-25T00:45:00Z", "2026-10-25T01:00:00Z", Description = "it opens again when the clocks go back")]
    public void A_window_in_the_hour_of_the_change(string from, string to, string end, string moved) =>
        Next($$"""{ "days": ["sun"], "from": "{{from}}", "to": "{{to}}", "timeZone": "Europe/Berlin" }""", end).Should().Be(moved);

    [TestCase("""{ "from": "00:00", "to": "24:00" }""", "2026-05-20T23:30:00Z", "2026-05-20T23:30:00Z")]
    [TestCase("""{ "from": "18:00", "to": "24:00", "timeZone": "UTC" }""", "2026-05-20T00:00:00Z", "2026-05-20T18:00:00Z")]
    public void A_day_ends_at_twenty_four(string window, string end, string moved) => Next(window, end).Should().Be(moved);

    [TestCase("5", "window")]
    [TestCase("{}", "window.from", "window.to")]
    [TestCase("""{ "from": "9:00", "to": "25:00" }""", "window.from", "window.to")]
    [TestCase("""{ "from": "24:00", "to": "09:00" }""", "window.from")]
    [TestCase("""{ "from": "09:00", "to": "09:00" }""", "window.to")]
    [TestCase("""{ "from": "09:00", "to": "17:00", "days": [] }""", "window.days")]
    [TestCase("""{ "from": "09:00", "to": "17:00", "days": ["mon", "mon"] }""", "window.days")]
    [TestCase("""{ "from": "09:00", "to": "17:00", "days": ["monday"] }""", "window.days")]
    [TestCase("""{ "from": "09:00", "to": "17:00", "days": [1] }""", "window.days")]
    [TestCase("""{ "from": "09:00", "to": "17:00", "timeZone": "Europe/Atlantis" }""", "window.timeZone")]
    [TestCase("""{ "from": "09:00", "to": "17:00", "timeZone": "UTC+3" }""", "window.timeZone")]
    [TestCase("""{ "from": "09:00", "to": "17:00", "timeZone": "europe/berlin" }""", "window.timeZone")]
    [TestCase("""{ "from": "09:00", "to": "17:00", "timeZone": null }""", "window.timeZone")]
    [TestCase("""{ "from": "09:00", "to": "17:00", "zone": "UTC" }""", "window.zone")]
    public void F8_a_window_that_is_none_is_refused_with_its_place(string json, params string[] places)
    {
        var problems = new List<DefinitionProblem>();

        TimeWindow.TryParse(Make.Json(json), "window", problems, out _).Should().BeFalse();
        problems.Select(problem => problem.Path).Should().Equal(places);
    }

    private static string Next(string json, string end)
    {
        TimeWindow.TryParse(Make.Json(json), "window", [], out var window).Should().BeTrue();
        var calendar = WorkspaceCalendar.For(DateTimeZone.Utc, null, Make.Json("{}"));
        return InstantPattern.General.Format(window!.Next(InstantPattern.General.Parse(end).Value, window.Zone.In(calendar)));
    }
}
