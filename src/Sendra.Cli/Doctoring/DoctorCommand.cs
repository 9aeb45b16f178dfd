using Sendra.Cli.Common;
using Sendra.Cli.Configuration;
using Sendra.Client.Status;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Sendra.Cli.Doctoring;

internal sealed class DoctorCommand : AsyncCommand<ConnectionSettings>
{
    // Sendra refuses times that are more than five minutes ahead.
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromSeconds(30);

    private const double IsBehind = 5;

    public override async Task<int> ExecuteAsync(CommandContext context, ConnectionSettings settings, CancellationToken cancellationToken)
    {
        using var sendra = Connection.Open(settings);
        var url = ConfigChoice.Make(settings.Url).Url;

        // The first call also opens the connection, which says nothing about clocks.
        await sendra.Status.GetAsync(cancellationToken);
        var begin = TimeProvider.System.GetUtcNow();
        var status = await sendra.Status.GetAsync(cancellationToken);
        var took = TimeProvider.System.GetUtcNow() - begin;
        var clock = status.Time - (begin + (took / 2));
        var isWell = clock.Duration() <= ClocksDiffer && status.Load is { WaitedSeconds: <= IsBehind, StepsBehindSeconds: <= IsBehind };
        if (settings.Json)
        {
            Terminal.WriteJson(new { Url = url, status.Version, status.Workspace, status.Key, status.Load, RoundTripSeconds = took.TotalSeconds, ClockDifferenceSeconds = clock.TotalSeconds, IsWell = isWell });
        }
        else
        {
            Say(url, status, took, clock);
        }

        return (int)(isWell ? ExitCode.Done : ExitCode.Failed);
    }

    private static void Say(string url, ServerStatus status, TimeSpan took, TimeSpan clock)
    {
        Line(true, "Server", $"{url}, version {status.Version}, answers in {took.TotalMilliseconds:N0} ms");
        Line(true, "Workspace", status.Workspace.Name);
        var scopes = status.Key?.Scopes ?? [];
        Line(true, "Key", $"{status.Key?.Name}: {string.Join(", ", scopes)}");
        foreach (var (scope, commands) in new[] { ("events:send", "send, import events"), ("read", "tail, export, automations list and pull"), ("manage", "import contacts, replay, automations push") })
        {
            if (!scopes.Contains(scope) && !(scope == "read" && scopes.Contains("manage")))
            {
                Terminal.Write($"             [dim]without {scope}: no {commands}[/]");
            }
        }

        Line(status.Load.WaitedSeconds <= IsBehind, "Events", status.Load.WaitingEvents == 0 ? "none waits to be stored" : $"{status.Load.WaitingEvents:N0} wait to be stored, the first for {status.Load.WaitedSeconds:N1} s");
        Line(status.Load.StepsBehindSeconds <= IsBehind, "Steps", status.Load.StepsBehindSeconds == 0 ? "none is late" : $"the oldest is {status.Load.StepsBehindSeconds:N1} s late");
        Line(clock.Duration() <= ClocksDiffer, "Clock", clock.Duration() < TimeSpan.FromSeconds(1) ? "as the server's" : $"the server's is {clock.Duration().TotalSeconds:N0} s {(clock > TimeSpan.Zero ? "ahead" : "behind")}");
    }

    private static void Line(bool isWell, string what, string text) => Terminal.Write($"[{(isWell ? "green" : "red")}]{(isWell ? "ok " : "bad")}[/]  {what,-9}  {text.EscapeMarkup()}");
}
