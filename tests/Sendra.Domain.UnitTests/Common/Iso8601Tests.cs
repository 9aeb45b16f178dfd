using System.Globalization;
using Sendra.Domain.Common;

namespace Sendra.Domain.UnitTests.Common;

public sealed class Iso8601Tests
{
    [TestCase("2026-01-31", "2026-01-31T00:00:00.0000000+00:00")]
    [TestCase("2026-01-31T12:00", "2026-01-31T12:00:00.0000000+00:00")]
    [TestCase("2026-01-31T12:00:01Z", "2026-01-31T12:00:01.0000000+00:00")]
    [TestCase("2026-01-31T12:00:01.5", "2026-01-31T12:00:01.5000000+00:00")]
    [TestCase("2026-01-31T00:30:00+02:00", "2026-01-30T22:30:00.0000000+00:00")]
    [TestCase("2026-01-31T12:00:00.123456789Z", "2026-01-31T12:00:00.1234567+00:00")]
    [TestCase("20261129T010203Z", "2026-11-29T01:02:03.0000000+00:00")]
    [TestCase("20261129", "2026-11-29T00:00:00.0000000+00:00")]
    [TestCase("20261129T0102", "2026-11-29T01:02:00.0000000+00:00")]
    [TestCase("20261129T010203.25+0130", "2026-11-28T23:32:03.2500000+00:00")]
    [TestCase("2026-11-29T01:02:03,5-05", "2026-11-29T06:02:03.5000000+00:00")]
    [TestCase("2026-11-29t01:02:03z", "2026-11-29T01:02:03.0000000+00:00")]
    [SetCulture("ar-SA")]
    public void E9_reads_iso_8601_in_utc_in_every_culture(string text, string expected)
    {
        Iso8601.TryParse(text, out var time).Should().BeTrue();
        time.ToString("O", CultureInfo.InvariantCulture).Should().Be(expected);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("yesterday")]
    [TestCase("31.01.2026")]
    [TestCase("01/31/2026")]
    [TestCase("2026-02-30")]
    [TestCase("2026-01-31 12:00:00")]
    [TestCase("2026-01-31T25:00:00Z")]
    [TestCase("1769860800")]
    [TestCase("2026-0131")]
    [TestCase("202601-31")]
    [TestCase("2026-01-31T1200:00Z")]
    [TestCase("2026-01-31T")]
    [TestCase("2026-01-31T12:00:00Z\n")]
    [TestCase("٢٠٢٦-٠١-٣١")]
    [TestCase("0001-01-01T00:00:00+01:00")]
    [TestCase("2026-01-31T12:00:00+25:00")]
    public void E9_reads_nothing_else(string? text) => Iso8601.TryParse(text, out _).Should().BeFalse();

    [TestCase("2026-11-29", true)]
    [TestCase("20261129", true)]
    [TestCase("2026-02-30", false)]
    [TestCase("2026-11-29T00:00:00Z", false)]
    [TestCase("20261129T00", false)]
    public void L1_a_date_is_told_from_a_time(string text, bool isDay) => Iso8601.TryParseDay(text, out _).Should().Be(isDay);
}
