using System.Globalization;
using System.Text.Json;
using NodaTime;
using Sendra.Application.Workflows;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;

namespace Sendra.Application.UnitTests.Workflows;

/// <summary>A run that a test walks through a workflow, and its journey as short lines.</summary>
internal sealed class Walked
{
    public static readonly DateTimeOffset Start = new(2026, 5, 20, 12, 0, 0, TimeSpan.Zero); // a Wednesday

    private static readonly WorkspaceId Workspace = new(Guid.CreateVersion7());
    private static readonly CustomField[] Fields =
    [
        CustomField.Declare(Workspace, "plan", CustomFieldType.Text, Start),
        CustomField.Declare(Workspace, "score", CustomFieldType.Number, Start),
        CustomField.Declare(Workspace, "vip", CustomFieldType.Boolean, Start),
        CustomField.Declare(Workspace, "trialEndsAt", CustomFieldType.Date, Start),
        CustomField.Declare(Workspace, "zone", CustomFieldType.Text, Start),
    ];

    private readonly IdGenerator _ids = new(TimeProvider.System);
    private readonly RawJson? _trigger;
    private readonly WalkRules _rules;

    public Walked(string steps, string? trigger = null, string? contact = null, string zone = "UTC")
    {
        Workflow = WorkflowOf(steps);
        _trigger = trigger is null ? null : new RawJson(trigger);
        _rules = new WalkRules(Fields.ToDictionary(field => field.Name), DateTimeZoneProviders.Tzdb[zone], "zone");
        Contact = Contact.Create(_ids.Next<ContactId>(), Workspace, EmailAddress.TryParse("ada@example.com", out var email, out _) ? email : throw new InvalidOperationException());
        Patch(contact ?? "{}");
        Run = Enrollment.Begin(_ids.Next<EnrollmentId>(), Workspace, _ids.Next<AutomationId>(), Contact.Id, 1, 1, _ids.Next<EventId>());
        Walk.Begin(Context(Start));
    }

    public Workflow Workflow { get; }

    public Contact Contact { get; }

    public Enrollment Run { get; }

    /// <summary>When the run goes on by itself.</summary>
    public string? Due => Run.DueAt?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF", CultureInfo.InvariantCulture);

    /// <summary>The journey: step, outcome, path and code of each visit.</summary>
    public IEnumerable<string> Journey => Run.Left.Select(visit =>
        $"{visit.Ordinal} {visit.StepId} {visit.Outcome}{(visit.Path is null ? "" : $" {visit.Path}")}{(visit.Code is null ? "" : $" ({visit.Code})")}");

    public string? Detail => Run.Left.Count > 0 ? Run.Left[^1].Detail : null;

    public static Workflow WorkflowOf(string steps)
    {
        var problems = new List<DefinitionProblem>();
        return Workflow.TryParse(JsonElement.Parse(steps), "steps", problems, out var workflow)
            ? workflow
            : throw new ArgumentException(string.Join(' ', problems.Select(problem => problem.Message)));
    }

    public void Patch(string properties) => Contact.Apply(ContactPatch.Read(new RawJson(properties), _rules?.CustomFields ?? Fields.ToDictionary(field => field.Name)));

    /// <summary>Carries the run on at a time, as a due run or a contact's change would.</summary>
    public Walked At(string time)
    {
        Walk.Carry(Context(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)));
        return this;
    }

    /// <summary>Carries the run on whenever it is due, until it ends.</summary>
    public Walked ToTheEnd()
    {
        while (Run.DueAt is { } due)
        {
            Walk.Carry(Context(due));
        }

        return this;
    }

    /// <summary>Carries the run on after something came of what it wanted.</summary>
    public Effect After(EffectResult result)
    {
        var effect = Run.Wanted!;
        effect.Record(result, Start, TimeSpan.FromMinutes(1));
        Walk.Carry(new WalkContext(Workflow, Run, Contact, _trigger, _trigger, _rules, Start) { Effect = effect });
        return effect;
    }

    private WalkContext Context(DateTimeOffset now) => new(Workflow, Run, Contact, _trigger, _trigger, _rules, now);
}
