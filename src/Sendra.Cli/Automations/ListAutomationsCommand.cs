using Sendra.Cli.Common;
using Sendra.Cli.Configuration;
using Sendra.Client.Automations;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Sendra.Cli.Automations;

internal sealed class ListAutomationsCommand : AsyncCommand<ConnectionSettings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, ConnectionSettings settings, CancellationToken cancellationToken)
    {
        using var sendra = Connection.Open(settings);
        await foreach (var automation in sendra.Automations.ListAllAsync(cancellationToken: cancellationToken))
        {
            if (settings.Json)
            {
                Terminal.WriteJson(automation);
                continue;
            }

            var color = automation.Status switch { AutomationStatus.Live => "green", AutomationStatus.Paused => "yellow", _ => "dim" };
            Terminal.Write($"{automation.Id}  [{color}]{automation.Status.ToString().ToLowerInvariant(),-8}[/]  {automation.Name.EscapeMarkup()}  [dim]{automation.Trigger.EventName.EscapeMarkup()}, {automation.Counts.Active:N0} active[/]");
        }

        return (int)ExitCode.Done;
    }
}
