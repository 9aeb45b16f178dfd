using Microsoft.Extensions.Logging.Console;

namespace Sendra.WebApi.Operating;

/// <summary>What the console's lines look like.</summary>
internal static class LoggingRegistration
{
    public static ILoggingBuilder AddLineFormatter(this ILoggingBuilder logging) =>
        logging.AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>();
}
