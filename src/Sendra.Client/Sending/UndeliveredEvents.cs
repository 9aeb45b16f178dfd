using Microsoft.Extensions.Logging;
using Sendra.Client.Common;
using Sendra.Client.Events;

namespace Sendra.Client.Sending;

/// <summary>Says which events weren't delivered: to the application, and to its log.</summary>
/// <param name="callback">The application's; null when it has none.</param>
/// <param name="logger">The log, which gets no addresses.</param>
internal sealed partial class UndeliveredEvents(Action<UndeliveredEvent>? callback, ILogger logger)
{
    private static readonly Dictionary<string, IReadOnlyList<string>> NoErrors = [];

    /// <summary>All for one reason.</summary>
    public void Report(IReadOnlyList<SendEvent> events, string code, string message, bool mayBeStored)
    {
        LogUndelivered(logger, events.Count, code, message);
        foreach (var sent in events)
        {
            Call(new UndeliveredEvent(sent, code, message, NoErrors, mayBeStored));
        }
    }

    /// <summary>Those that Sendra rejected.</summary>
    public void Report(IReadOnlyList<SendEvent> events, SentBatch answer)
    {
        foreach (var result in answer.Results.Where(result => result.Error is not null))
        {
            var error = result.Error!;
            var message = string.Join(" ", error.Errors.SelectMany(field => field.Value));
            LogUndelivered(logger, 1, error.Code, message);
            Call(new UndeliveredEvent(events[result.Index], error.Code, message, error.Errors, MayBeStored: false));
        }
    }

    /// <summary>A batch is tried again.</summary>
    public void TryAgain(int events, TimeSpan wait, Exception exception) => LogTryAgain(logger, exception is SendraException refusal ? refusal.Code : exception.Message, events, wait);

    private void Call(UndeliveredEvent undelivered)
    {
        try
        {
            callback?.Invoke(undelivered);
        }
        catch (Exception exception)
        {
            LogCallbackFailed(logger, exception);
        }
    }

    [LoggerMessage(LogLevel.Error, "{Count} events were not delivered to Sendra: {Code} {Message}")]
    private static partial void LogUndelivered(ILogger logger, int count, string code, string message);

    [LoggerMessage(LogLevel.Warning, "Sendra can't take events now ({Problem}); {Count} are sent again in {Wait}")]
    private static partial void LogTryAgain(ILogger logger, string problem, int count, TimeSpan wait);

    [LoggerMessage(LogLevel.Error, "OnUndelivered failed")]
    private static partial void LogCallbackFailed(ILogger logger, Exception exception);
}
