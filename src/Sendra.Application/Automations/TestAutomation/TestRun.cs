using System.Text;
using System.Text.Json;
using NodaTime;
using Sendra.Application.Messages;
using Sendra.Application.Workflows;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Liquid;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Automations.TestAutomation;

/// <summary>
/// A run that exists in memory only. It is carried on at once where a real one waits: at the time when the wait would end, by the event that
/// the test says arrives, or as if a call had been answered or an event sent.
/// </summary>
/// <param name="workflow">What it goes through.</param>
/// <param name="run">The run, just begun.</param>
/// <param name="contact">Its contact.</param>
/// <param name="trigger">The properties of the event that made it.</param>
/// <param name="history">What the contact did: that event.</param>
/// <param name="answers">Which events it receives.</param>
/// <param name="rules">The workspace's settings.</param>
/// <param name="workspace">What the workspace is called, and who it sends as.</param>
/// <param name="templates">The templates of its steps.</param>
/// <param name="ids">Makes the ids of received events.</param>
internal sealed class TestRun(
    Workflow workflow,
    Enrollment run,
    Contact contact,
    RawJson? trigger,
    EventHistory history,
    IReadOnlyDictionary<string, TestAnswer> answers,
    WalkRules rules,
    Workspace workspace,
    IReadOnlyDictionary<TemplateId, MailTemplate> templates,
    IdGenerator ids)
{
    // Nobody can be unsubscribed by it.
    private const string UnsubscribeUrl = "https://example.com/u/test";

    /// <summary>How many characters all calls, mails and events of a test may have.</summary>
    private const int MaxRendered = 8 * 1024 * 1024;

    private readonly Dictionary<int, RenderedEffect> _effects = [];
    private readonly EventPlaces _places = new(0);
    private bool _hasReceived;
    private int _rendered;

    /// <summary>What it went through so far.</summary>
    public IReadOnlyList<TestVisit> Journey => [.. run.Left.Select(Of)];

    // An event that a test receives has no properties.
    private RawJson? Event => _hasReceived ? null : trigger;

    // Without steps a run is at none.
    private bool IsWaiting => run.EnteredAt is not null;

    /// <summary>Walks to the end. It gets there: every wait ends, and no step is visited twice.</summary>
    /// <param name="now">When the run begins.</param>
    /// <param name="inTurn">Runs the next part when its turn has come, and tells when that was.</param>
    public async Task WalkAsync(DateTimeOffset now, Func<Func<DateTimeOffset>, Task<DateTimeOffset>> inTurn)
    {
        now = await inTurn(() => Begin(now));
        while (IsWaiting)
        {
            now = await inTurn(() => GoOn(now));
        }
    }

    private DateTimeOffset Begin(DateTimeOffset now)
    {
        Walk.Begin(At(now));
        return now;
    }

    private DateTimeOffset GoOn(DateTimeOffset now)
    {
        var (then, effect) = Skip(workflow[run.StepId!.Value], now);
        Walk.Carry(At(then, effect));
        return then;
    }

    /// <summary>What the run waits for happens.</summary>
    /// <returns>When, and what came of a call.</returns>
    private (DateTimeOffset Now, Effect? Effect) Skip(Step step, DateTimeOffset now)
    {
        switch (step)
        {
            case CallUrlStep call:
                return (now, Call(call, now));
            case SendEmailStep mail:
                return (now, Mail(mail, now));
            case SendEventStep:
                return (now, Done(RenderedEffect.Of(OutgoingEvent.Read(Encoding.UTF8.GetBytes(run.Wanted!.Content!))), null, now));
            case WaitForEventStep wait when answers.GetValueOrDefault(step.Id.Value, TestAnswer.TimedOut) == TestAnswer.Received:
                run.Receive(ids.Next<EventId>(), mayGoOn: true);
                history.Add(wait.EventName, now, null);
                _hasReceived = true;
                return (now, null);
            default:
                return (run.DueAt ?? throw new InvalidOperationException($"A test can't go on from a {step.Type} step."), null);
        }
    }

    private Effect Call(CallUrlStep step, DateTimeOffset now)
    {
        var isMade = CallRendering.TryRender(step, ScopeAt(now), out var call, out var failure);
        return Done(isMade ? RenderedEffect.Of(call!) : null, failure, now);
    }

    private Effect Mail(SendEmailStep step, DateTimeOffset now)
    {
        if (step.From is null && workspace.Sender is null)
        {
            return Done(null, new EffectResult.Skipped(VisitCode.SenderMissing, "The workspace has no sender. Set one in its settings."), now);
        }

        var isWritten = MailWriting.TryRender(
            templates[step.TemplateId], step.Subject, step.Kind, ScopeAt(now), UnsubscribeUrl, workspace.Sender?.PostalAddress, out var mail, out var failure);
        return Done(isWritten ? RenderedEffect.Of(mail!) : null, isWritten ? null : new EffectResult.Failed(VisitCode.TextFailed, failure!), now);
    }

    private LiquidScope ScopeAt(DateTimeOffset now) => new(
        new ConditionContext(contact, rules.CustomFields, Event, trigger, Instant.FromDateTimeOffset(now), rules.Zone),
        workspace.Name,
        UnsubscribeUrl,
        workspace.Sender?.PostalAddress);

    private Effect Done(RenderedEffect? rendered, EffectResult? otherwise, DateTimeOffset now)
    {
        if (rendered is not null)
        {
            _rendered += rendered.Size;
            if (_rendered > MaxRendered)
            {
                throw new ConflictException("testTooLarge", $"The calls, emails and events of this test have more than {MaxRendered / 1024 / 1024} million characters.");
            }

            _effects.Add(run.VisitNumber, rendered);
        }

        var effect = run.Wanted!;
        effect.Record(otherwise ?? new EffectResult.Done(null, null), now, TimeSpan.Zero);
        return effect;
    }

    private WalkContext At(DateTimeOffset now, Effect? effect = null) => new(workflow, run, contact, trigger, Event, rules, now, history) { Effect = effect, Places = _places };

    private TestVisit Of(Visit visit)
    {
        var step = workflow[visit.StepId];
        return new TestVisit(
            step.Id.Value,
            step.Name,
            step.Type,
            visit.EnteredAt,
            visit.Outcome,
            visit.Path,
            visit.Code is { } code ? JsonNamingPolicy.CamelCase.ConvertName($"{code}") : null,
            step switch
            {
                CallUrlStep when visit.Outcome == VisitOutcome.Done => "A test makes no calls; it takes this one as answered.",
                SendEmailStep when visit.Outcome == VisitOutcome.Done => "A test sends no email; it takes this one as sent.",
                SendEventStep when visit.Outcome == VisitOutcome.Done => "A test sends no events; it takes this one as sent.",
                _ => JourneyWords.Of(visit, step),
            },
            _effects.GetValueOrDefault(visit.Ordinal));
    }
}
