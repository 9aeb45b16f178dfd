using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Sendra.WebApi.Operating;

namespace Sendra.WebApi.FunctionalTests.Operating;

/// <summary>What a client sends never shapes the log around it.</summary>
public sealed class LineFormatterTests
{
    [TestCase("a\nb", "a\\nb")]
    [TestCase("a\r\nfail: forged", "a\\r\\nfail: forged")]
    [TestCase("\u001b[2J", "\\u001b[2J", TestName = "H1_an_entry_is_one_line_without_control_characters(escape sequence)")]
    [TestCase("\0\u007f\u0085\u009b", "\\u0000\\u007f\\u0085\\u009b")]
    [TestCase("\u2028\u2029\u202e\u2066", "\\u2028\\u2029\\u202e\\u2066")]
    [TestCase("Grüße, 😀", "Grüße, 😀")]
    [TestCase("", "")]
    public void H1_an_entry_is_one_line_without_control_characters(string message, string written) =>
        Write(message, null).Should().Be($"2026-05-17 warn Sendra: {written}{Environment.NewLine}");

    [Test]
    public void H1_an_exception_stays_on_the_line() =>
        Write("x", new InvalidOperationException("a\nb")).Should().StartWith("2026-05-17 warn Sendra: x System.InvalidOperationException: a\\nb")
            .And.Match(line => line.IndexOf('\n', StringComparison.Ordinal) == line.Length - 1);

    private static string Write(string message, Exception? exception)
    {
        var options = new ConsoleFormatterOptions { TimestampFormat = "yyyy-MM-dd ", UseUtcTimestamp = true };
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 5, 17, 9, 30, 0, TimeSpan.Zero));
        using var writer = new StringWriter();
        new LineFormatter(Options.Create(options), clock).Write(
            new LogEntry<string>(LogLevel.Warning, "Sendra", default, message, exception, (state, _) => state), null, writer);
        return writer.ToString();
    }
}
