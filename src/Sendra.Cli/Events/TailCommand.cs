using System.Text.Json.Nodes;
using Sendra.Cli.Common;
using Sendra.Cli.Configuration;
using Sendra.Client.Events;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Sendra.Cli.Events;

internal sealed class TailCommand : AsyncCommand<EventFilterSettings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, EventFilterSettings settings, CancellationToken cancellationToken)
    {
        using var sendra = Connection.Open(settings);
        try
        {
            await foreach (var logged in sendra.Events.TailAsync(settings.ToFilter(), new TailOptions { OnBreak = Say, OnOpen = () => Terminal.Say("[dim]Following the log. Ctrl-C ends it.[/]") }, cancellationToken))
            {
                if (settings.Json)
                {
                    Terminal.WriteJson(logged);
                }
                else
                {
                    Terminal.Write(LineOf(logged));
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // There is no other end.
        }

        return (int)ExitCode.Done;
    }

    private static void Say(TailBreak broken) => Terminal.Say(broken switch
    {
        { Error: { } error } => $"[yellow]The connection broke; trying again.[/] [dim]{error.Message.EscapeMarkup()}[/]",
        { LeftOut: true } => $"[red]Connected again. More than {broken.Missed:N0} events arrived meanwhile; here are the newest. The log has the others.[/]",
        _ => $"[dim]Connected again; {broken.Missed:N0} events arrived meanwhile.[/]",
    });

    private static string LineOf(LoggedEvent logged)
    {
        var from = logged.Origin.SourceName ?? logged.Origin.AutomationName ?? (logged.Origin.Client is { } client ? client.ToString().ToLowerInvariant() : logged.Origin.Type.ToString().ToLowerInvariant());
        var effect = (logged.Enrolled > 0 ? $" [green]+{logged.Enrolled} enrolled[/]" : "") + (logged.Exited > 0 ? $" [yellow]-{logged.Exited} exited[/]" : "")
            + (logged.Woken > 0 ? $" [blue]{logged.Woken} woken[/]" : "") + (logged.History ? " [dim]history[/]" : "");
        var head = $"[dim]{logged.ReceivedAt.ToLocalTime():HH:mm:ss}[/] [{(logged.Declared ? "aqua" : "white")}]{logged.EventName.EscapeMarkup()}[/] {logged.Email.EscapeMarkup()} [dim]{from.EscapeMarkup()}[/]{effect}";
        var room = Terminal.Width - head.RemoveMarkup().Length - 2;
        var properties = logged.Properties is { } value ? JsonNode.Parse(value.GetRawText())?.ToJsonString() ?? "" : "";
        return properties.Length == 0 || room < 10 ? head : $"{head} [dim]{(properties.Length > room ? properties[..(room - 1)] + "…" : properties).EscapeMarkup()}[/]";
    }
}
