using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Sendra.WebApi.Operating;

/// <summary>
/// One log entry, one line: what a client sent can neither begin a line that looks like another entry nor command the
/// terminal that shows it. <c>Logging__Console__FormatterName=json</c> writes JSON instead.
/// </summary>
/// <param name="options">The format of the time.</param>
/// <param name="clock">The time.</param>
internal sealed class LineFormatter(IOptions<ConsoleFormatterOptions> options, TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "line";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var settings = options.Value;
        var now = settings.UseUtcTimestamp ? clock.GetUtcNow() : clock.GetLocalNow();
        textWriter.Write(now.ToString(settings.TimestampFormat, System.Globalization.CultureInfo.InvariantCulture));
        textWriter.Write(NameOf(logEntry.LogLevel));
        textWriter.Write(' ');
        textWriter.Write(logEntry.Category);
        textWriter.Write(": ");
        WriteEscaped(textWriter, logEntry.Formatter(logEntry.State, logEntry.Exception));
        if (logEntry.Exception is not null)
        {
            textWriter.Write(' ');
            WriteEscaped(textWriter, logEntry.Exception.ToString());
        }

        textWriter.Write(Environment.NewLine);
    }

    private static string NameOf(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };

    // U+2028 and U+2029 end a line, too, and U+202A to U+202E and U+2066 to U+2069 turn the direction of what follows.
    private static bool IsUnfit(char character) =>
        char.IsControl(character) || character is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    private static void WriteEscaped(TextWriter writer, string text)
    {
        var start = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (!IsUnfit(text[index]))
            {
                continue;
            }

            writer.Write(text.AsSpan(start, index - start));
            writer.Write(text[index] switch
            {
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                var other => $"\\u{(int)other:x4}",
            });
            start = index + 1;
        }

        writer.Write(text.AsSpan(start));
    }
}
