using System.Net;
using System.Text.Json;
using Sendra.Client.Common;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Sendra.Cli.Common;

/// <summary>Says what went wrong, without a stack trace.</summary>
internal static class Failures
{
    public static ExitCode Explain(Exception exception, bool asJson)
    {
        var (code, exit) = CodeOf(exception);
        if (asJson)
        {
            Console.Error.WriteLine(JsonSerializer.Serialize(
                new { error = new { code, message = exception.Message, errors = (exception as SendraException)?.Errors } }, JsonSerializerOptions.Web));
            return exit;
        }

        Terminal.Say($"[red]{exception.Message.EscapeMarkup()}[/]");
        foreach (var (field, problems) in (exception as SendraException)?.Errors ?? new Dictionary<string, IReadOnlyList<string>>())
        {
            Terminal.Say($"  [yellow]{field.EscapeMarkup()}[/]: {string.Join(" ", problems).EscapeMarkup()}");
        }

        if (AdviceOf(exception) is { } advice)
        {
            Terminal.Say(advice.EscapeMarkup());
        }

        return exit;
    }

    private static (string Code, ExitCode Exit) CodeOf(Exception exception) => exception switch
    {
        SendraException { Status: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } refusal => (refusal.Code, ExitCode.NotAllowed),
        SendraException { IsTransient: true } refusal => (refusal.Code, ExitCode.Unreachable),
        SendraException refusal => (refusal.Code, ExitCode.Failed),
        HttpRequestException => ("unreachable", ExitCode.Unreachable),
        OperationCanceledException => ("interrupted", ExitCode.Interrupted),
        UsageException or CommandAppException => ("wrongUsage", ExitCode.WrongUsage),
        FailedException failed => ("failed", failed.Code),
        _ => ("failed", ExitCode.Failed),
    };

    private static string? AdviceOf(Exception exception) => exception switch
    {
        SendraException { Code: "invalidApiKey" } => "Look at the key with “sendra config show”, or make a new one in Sendra's settings.",
        SendraException { Code: "missingScope" } => "Make a key with that scope in Sendra's settings. “sendra doctor” shows what this one may do.",
        HttpRequestException => "“sendra config show” tells which URL is in use.",
        _ => null,
    };
}
