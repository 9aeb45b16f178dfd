using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sendra.Application.Workflows;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Liquid;
using Sendra.Domain.Workspaces;
using Sendra.Infrastructure.Calls;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.Ingestion;
using Sendra.Infrastructure.Persistence.Workspaces;
using Sendra.Infrastructure.Workspaces;

namespace Sendra.Infrastructure.Outbox;

/// <summary>Makes calls: renders them at the first try, and sends the same each time (F15).</summary>
internal sealed class CallPerformer(
    WorkspaceDbContexts contexts, RulesCache rules, WorkflowCache workflows, SigningSecrets secrets, HttpCaller caller, TimeProvider clock)
{
    // Texts may take long to render, and other workspaces wait meanwhile.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    /// <summary>Makes what is handed over, of one workspace's calls: all, or as many as a short moment allows, but one at least.</summary>
    public async Task<IReadOnlyList<PreparedEffect>> PrepareAsync(WorkspaceId workspaceId, IReadOnlyList<DueEffect> due, CancellationToken cancellationToken)
    {
        if (await rules.GetCurrentAsync(workspaceId, cancellationToken) is not { } known)
        {
            return [];
        }

        var signing = await secrets.OfAsync(workspaceId, cancellationToken);
        var (name, events) = await LoadAsync(workspaceId, due, cancellationToken);
        var prepared = new List<PreparedEffect>(due.Count);
        var began = clock.GetTimestamp();
        foreach (var one in due)
        {
            if (prepared.Count > 0 && clock.GetElapsedTime(began) > Moment)
            {
                break;
            }

            if (one.Effect.Request is { } stored)
            {
                prepared.Add(Prepared(one, JsonSerializer.Deserialize<OutgoingCall>(KeptText.Expand(stored))!, null, signing));
                continue;
            }

            var trigger = events.GetValueOrDefault(one.Run.EnrolledByEventId);
            var latest = one.Run.MovedByEventId is { } moved ? events.GetValueOrDefault(moved) : trigger;
            var fields = new ConditionContext(
                one.Contact, known.CustomFields, latest, trigger, Instant.FromDateTimeOffset(clock.GetUtcNow()), known.Walking.Zone);
            prepared.Add(await RenderAsync(one, new LiquidScope(fields, name), signing));
        }

        return prepared;
    }

    private async Task<PreparedEffect> RenderAsync(DueEffect due, LiquidScope scope, IReadOnlyList<SigningSecret> signing)
    {
        var (run, effect) = (due.Run, due.Effect);
        var workflow = await workflows.FindAsync(run.WorkspaceId, run.AutomationId, run.Version);
        if (run.VisitNumber != effect.Visit || run.StepId is not { } at || workflow?.Find(at) is not CallUrlStep step)
        {
            // Its run is elsewhere or over, so that nobody can claim it.
            return new PreparedEffect(due, "", null, _ => throw new InvalidOperationException("An effect was claimed without a step."));
        }

        return CallRendering.TryRender(step, scope, out var call, out var failure)
            ? Prepared(due, call, KeptText.Compress(JsonSerializer.SerializeToUtf8Bytes(call)), signing)
            : new PreparedEffect(due, "", null, _ => Task.FromResult<EffectResult>(failure));
    }

    private PreparedEffect Prepared(DueEffect due, OutgoingCall call, byte[]? request, IReadOnlyList<SigningSecret> signing) => new(
        due,
        new Uri(call.Url).Authority,
        request,
        cancellationToken => signing.Count > 0
            ? caller.CallAsync(call, IdOf(due.Effect), signing, cancellationToken)
            : Task.FromResult<EffectResult>(new EffectResult.TryAgain("The workspace's signing secret can't be opened; rotate it.")));

    // The same in each try, so that a receiver can tell a repeated call.
    private static string IdOf(Effect effect) => $"msg_{effect.EnrollmentId.Value:N}_{effect.Visit}";

    private async Task<(string Name, Dictionary<EventId, RawJson?> Events)> LoadAsync(
        WorkspaceId workspaceId, IReadOnlyList<DueEffect> due, CancellationToken cancellationToken)
    {
        await using var db = contexts.For(workspaceId);
        var events = due.Where(one => one.Effect.Request is null)
            .SelectMany(one => new EventId?[] { one.Run.EnrolledByEventId, one.Run.MovedByEventId }).OfType<EventId>().Distinct().ToArray();
        return (
            await db.Workspaces.Select(workspace => workspace.Name).SingleAsync(cancellationToken),
            await db.ReceivedEvents.AsNoTracking().Where(row => events.Contains(row.Id)).Select(row => new { row.Id, row.Properties })
                .ToDictionaryAsync(row => row.Id, row => row.Properties, cancellationToken));
    }
}
