using System.Text.Json;
using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Events;

namespace Sendra.Domain.UnitTests.Common;

/// <summary>Makes the things of a test, which says only what matters to it.</summary>
internal static class Make
{
    public static readonly WorkspaceId WorkspaceId = new(Guid.CreateVersion7());

    private static readonly IdGenerator Ids = new(TimeProvider.System);

    public static T Id<T>()
        where T : struct, IId<T> => Ids.Next<T>();

    public static EventName Name(string text) => EventName.TryParse(text, out var name, out var problem) ? name : throw new ArgumentException(problem);

    public static EmailAddress Email(string text) => EmailAddress.TryParse(text, out var email, out var problem) ? email : throw new ArgumentException(problem);

    public static AutomationDefinition Definition(
        string name = "Welcome", string trigger = "signUp", Frequency frequency = Frequency.EveryTime, params string[] exits) =>
        AutomationDefinition.Create(new DefinitionText(
            name,
            new TriggerText(trigger),
            frequency,
            exits,
            FrequencyPeriod: frequency == Frequency.OncePerPeriod ? "P7D" : null,
            FrequencyKey: frequency == Frequency.OncePerKey ? "event.cartId" : null));

    public static AutomationDefinition WithSteps(string steps) =>
        AutomationDefinition.Create(new DefinitionText("Welcome", new TriggerText("signUp"), Steps: new RawJson(steps)));

    /// <summary>An automation's newest version, without steps.</summary>
    public static AutomationVersion Version(Automation automation) => AutomationVersion.Of(automation, Workflow.None, null);

    public static Automation Automation(
        string trigger = "signUp", Frequency frequency = Frequency.EveryTime, AutomationStatus status = AutomationStatus.Live, params string[] exits)
    {
        var automation = Domain.Automations.Automation.Create(Id<AutomationId>(), WorkspaceId, Definition(trigger: trigger, frequency: frequency, exits: exits));
        var now = DateTimeOffset.UtcNow;
        switch (status)
        {
            case AutomationStatus.Live:
                automation.Activate(now);
                break;
            case AutomationStatus.Paused:
                automation.Activate(now);
                automation.Pause(now);
                break;
            case AutomationStatus.Archived:
                automation.Archive(now);
                break;
        }

        return automation;
    }

    public static ContactRuns Runs(int last = 0, params Enrollment[] active) => new(WorkspaceId, Id<AutomationId>(), Id<ContactId>(), last, active, last == 0 ? null : active.MaxBy(run => run.Run)?.Id ?? Id<EnrollmentId>());

    public static Enrollment Enrollment(int run = 1) => Domain.Enrollments.Enrollment.Begin(
        Id<EnrollmentId>(), WorkspaceId, Id<AutomationId>(), Id<ContactId>(), run, 1, Id<EventId>());

    public static CustomField Field(string name, CustomFieldType type) => CustomField.Declare(WorkspaceId, name, type, DateTimeOffset.UnixEpoch);

    public static IReadOnlyDictionary<string, CustomField> Fields(params (string Name, CustomFieldType Type)[] fields) =>
        fields.ToDictionary(field => field.Name, field => Field(field.Name, field.Type));

    public static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
