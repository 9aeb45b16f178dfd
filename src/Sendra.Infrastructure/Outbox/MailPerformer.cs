using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sendra.Application.Ingestion;
using Sendra.Application.Mail;
using Sendra.Application.Messages;
using Sendra.Application.Suppressions;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Liquid;
using Sendra.Domain.Messages;
using Sendra.Domain.Workspaces;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.Erasure;
using Sendra.Infrastructure.Ingestion;
using Sendra.Infrastructure.Mail;
using Sendra.Infrastructure.Messages;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Outbox;

/// <summary>Sends mails: renders them at the first try, and hands over the same each time (F15).</summary>
internal sealed class MailPerformer(
    WorkspaceDbContexts contexts,
    RulesCache rules,
    WorkflowCache workflows,
    TemplateCache templates,
    IUnsubscribeLinks links,
    AddressKeys keys,
    IMailTransport transport,
    TransportCircuit circuit,
    MailMetrics metrics,
    TimeProvider clock)
{
    private const int SmtpOk = 250;

    // Texts may take long to render, and other workspaces wait meanwhile.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    // What waits for the server does not come back all at once.
    private static readonly TimeSpan Spread = TimeSpan.FromSeconds(1);

    /// <summary>Makes what is handed over, of one workspace's emails: all, or as many as a short moment allows, but one at least.</summary>
    public async Task<IReadOnlyList<PreparedEffect>> PrepareAsync(WorkspaceId workspaceId, IReadOnlyList<DueEffect> due, CancellationToken cancellationToken)
    {
        if (circuit.Blocked() is var (until, problem))
        {
            return [.. due.Select(one => PreparedEffect.Later(one, Later(until), problem))];
        }

        if (await rules.GetCurrentAsync(workspaceId, cancellationToken) is not { } known)
        {
            return [];
        }

        // Claims ask by it, and must not make it in their transaction.
        await keys.OfAsync(workspaceId, cancellationToken);
        var loaded = await LoadAsync(workspaceId, due, cancellationToken);
        var prepared = new List<PreparedEffect>(due.Count);
        var began = clock.GetTimestamp();
        foreach (var one in due)
        {
            // While it is asked whether the server is back, one mail goes first.
            if (prepared.Count > 0 && (circuit.IsOpen || clock.GetElapsedTime(began) > Moment))
            {
                break;
            }

            // One that is gone was erased, and so was what is due.
            if (loaded.Messages.TryGetValue((one.Run.Id, one.Effect.Visit), out var message))
            {
                prepared.Add(await PrepareAsync(one, message, known, loaded, cancellationToken));
            }
        }

        return prepared;
    }

    private async Task<PreparedEffect> PrepareAsync(
        DueEffect due, Message message, WorkspaceRules known, Loaded loaded, CancellationToken cancellationToken)
    {
        var (run, effect) = (due.Run, due.Effect);
        if (message.Content is { } stored)
        {
            return Prepared(due, new MailClaim(message.Id, message.Kind, message.Email), MailContent.Read(stored));
        }

        var workflow = await workflows.FindAsync(run.WorkspaceId, run.AutomationId, run.Version);
        if (run.VisitNumber != effect.Visit || run.StepId is not { } at || workflow?.Find(at) is not SendEmailStep step)
        {
            // Its run is elsewhere or over, so that nobody can claim it.
            return new PreparedEffect(due, "", null, _ => throw new InvalidOperationException("An effect was claimed without a step."));
        }

        var sender = loaded.Workspace.Sender;
        var from = step.From is { } own ? new Mailbox(own.Name ?? sender?.FromName, own.Email.Value)
            : sender is not null ? new Mailbox(sender.FromName, sender.FromEmail)
            : null;
        if (from is null)
        {
            return Ending(due, message, new EffectResult.Skipped(VisitCode.SenderMissing, "The workspace has no sender. Set one in its settings."));
        }

        if (!loaded.Templates.TryGetValue(message.TemplateId, out var template))
        {
            return Ending(due, message, new EffectResult.Failed(VisitCode.TemplateMissing, "Its template was deleted."));
        }

        var now = clock.GetUtcNow();
        var trigger = loaded.Events.GetValueOrDefault(run.EnrolledByEventId);
        var latest = run.MovedByEventId is { } moved ? loaded.Events.GetValueOrDefault(moved) : trigger;
        var fields = new ConditionContext(due.Contact, known.CustomFields, latest, trigger, Instant.FromDateTimeOffset(now), known.Walking.Zone);
        var url = await links.UrlForAsync(run.WorkspaceId, run.ContactId, message.Email, message.Id, cancellationToken);
        var scope = new LiquidScope(fields, loaded.Workspace.Name, url, sender?.PostalAddress);
        if (!MailWriting.TryRender(template.Template, step.Subject, message.Kind, scope, url, sender?.PostalAddress, out var rendered, out var failure))
        {
            return Ending(due, message, new EffectResult.Failed(VisitCode.TextFailed, failure));
        }

        var mail = MailWriting.Address(
            rendered,
            message.Id,
            now,
            from,
            step.From is null ? sender?.ReplyTo : null,
            message.Email,
            message.Kind == MessageKind.Marketing ? url : null,
            $"{run.AutomationId.Value:N}",
            $"{run.WorkspaceId.Value:N}",
            message.Kind == MessageKind.Marketing ? "marketing" : "transactional");
        return Prepared(due, new MailClaim(message.Id, message.Kind, message.Email, new MailRendition(template.Version, MailContent.Write(mail))), mail);
    }

    private PreparedEffect Prepared(DueEffect due, MailClaim claim, OutgoingMail mail) =>
        new(due, "", null, cancellationToken => HandOverAsync(mail, cancellationToken)) { Mail = claim };

    // It is claimed as any other, so that its run goes on by what is recorded.
    private static PreparedEffect Ending(DueEffect due, Message message, EffectResult result) =>
        new(due, "", null, _ => Task.FromResult(result)) { Mail = new MailClaim(message.Id, message.Kind, message.Email) };

    private async Task<EffectResult> HandOverAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var answer = await transport.SendAsync(mail, cancellationToken);
        metrics.Answered(answer);
        return answer switch
        {
            MailAnswer.Sent => new EffectResult.Done(SmtpOk, null),
            MailAnswer.Captured => new EffectResult.Done(null, null),
            MailAnswer.TryAgain again => new EffectResult.TryAgain(again.Problem),
            MailAnswer.NotTried not => new EffectResult.Postponed(not.Problem, Later(not.Until)),
            MailAnswer.Refused refused => new EffectResult.Failed(refused.IsBounce ? VisitCode.Bounced : VisitCode.MailRefused, refused.Problem),
            _ => throw new InvalidOperationException($"No mail ends with {answer}."),
        };
    }

    private static DateTimeOffset Later(DateTimeOffset until) => until + (Spread * Random.Shared.NextDouble());

    private async Task<Loaded> LoadAsync(WorkspaceId workspaceId, IReadOnlyList<DueEffect> due, CancellationToken cancellationToken)
    {
        await using var db = contexts.For(workspaceId);
        var runs = due.Select(one => (EnrollmentId?)one.Run.Id).ToArray();
        var visits = due.Select(one => (one.Run.Id, one.Effect.Visit)).ToHashSet();
        var messages = (await db.Messages.AsNoTracking().Where(row => row.EnrollmentId != null && runs.Contains(row.EnrollmentId)).ToListAsync(cancellationToken))
            .Where(row => visits.Contains((row.EnrollmentId!.Value, row.Visit!.Value)))
            .ToDictionary(row => (row.EnrollmentId!.Value, row.Visit!.Value));
        var fresh = due.Where(one => messages.GetValueOrDefault((one.Run.Id, one.Effect.Visit)) is { Content: null }).ToArray();
        var events = fresh.SelectMany(one => new EventId?[] { one.Run.EnrolledByEventId, one.Run.MovedByEventId }).OfType<EventId>().Distinct().ToArray();
        var ids = messages.Values.Where(row => row.Content is null).Select(row => row.TemplateId).Distinct().ToArray();
        return new Loaded(
            await db.Workspaces.AsNoTracking().SingleAsync(cancellationToken),
            messages,
            await templates.NewestAsync(workspaceId, ids, cancellationToken),
            await db.ReceivedEvents.AsNoTracking().Where(row => events.Contains(row.Id)).Select(row => new { row.Id, row.Properties })
                .ToDictionaryAsync(row => row.Id, row => row.Properties, cancellationToken));
    }

    private sealed record Loaded(
        Workspace Workspace,
        Dictionary<(EnrollmentId Run, int Visit), Message> Messages,
        IReadOnlyDictionary<TemplateId, (int Version, MailTemplate Template)> Templates,
        Dictionary<EventId, RawJson?> Events);
}
