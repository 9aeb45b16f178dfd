using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;

namespace Sendra.Domain.Automations;

/// <summary>
/// The steps of an automation as they were saved once. Every automation has one, and a save that changes the steps makes
/// the next; none is ever changed, so that a run under way goes on by what it began with (F7).
/// </summary>
public sealed class AutomationVersion : IWorkspaceOwned
{
    public const int FirstNumber = 1;

    /// <summary>How many of an automation's newest versions are kept. Older ones go once no run under way follows them.</summary>
    public const int Kept = 100;

    /// <summary>The most versions that an automation can have.</summary>
    public const int Max = 1_000;

    private AutomationVersion(WorkspaceId workspaceId, AutomationId automationId, int number, Workflow workflow, RawJson? writtenAs, bool waitsOnContacts, string[]? awaitedEvents, DateTimeOffset savedAt, Guid? savedBy)
    {
        WorkspaceId = workspaceId;
        AutomationId = automationId;
        Number = number;
        Workflow = workflow;
        WrittenAs = writtenAs;
        WaitsOnContacts = waitsOnContacts;
        AwaitedEvents = awaitedEvents;
        SavedAt = savedAt;
        SavedBy = savedBy;
    }

    public WorkspaceId WorkspaceId { get; }

    public AutomationId AutomationId { get; }

    /// <summary>Counts the automation's versions, from <see cref="FirstNumber"/>.</summary>
    public int Number { get; }

    public Workflow Workflow { get; }

    /// <summary>What another product's client wrote, from which the workflow was made; null when it was written as it is.</summary>
    public RawJson? WrittenAs { get; }

    /// <summary>True when a wait of it may end by something of the contact, so that a change of the contact may move runs.</summary>
    public bool WaitsOnContacts { get; }

    /// <summary>The names of the events that its steps wait for; null when there are none.</summary>
    public string[]? AwaitedEvents { get; }

    public DateTimeOffset SavedAt { get; }

    /// <summary>The user or the API key; null when it was made by an upgrade.</summary>
    public Guid? SavedBy { get; }

    /// <summary>The version that an automation has reached.</summary>
    /// <param name="automation">The automation, whose <see cref="Automation.Version"/> it is.</param>
    /// <param name="workflow">Its steps.</param>
    /// <param name="savedBy">The user or the API key.</param>
    /// <param name="writtenAs">What another product's client wrote, from which the steps were made; or null.</param>
    public static AutomationVersion Of(Automation automation, Workflow workflow, Guid? savedBy, RawJson? writtenAs = null) => new(
        automation.WorkspaceId,
        automation.Id,
        automation.Version,
        workflow,
        writtenAs,
        workflow.Steps.Any(step => step is WaitStep { WaitsOnContact: true }),
        workflow.AwaitedEvents.Count > 0 ? [.. workflow.AwaitedEvents] : null,
        automation.UpdatedAt,
        savedBy);

    /// <summary>Refuses one more version than there may be.</summary>
    /// <param name="count">How many the automation has.</param>
    /// <exception cref="ConflictException"><c>tooManyVersions</c>.</exception>
    public static void EnsureFits(int count)
    {
        if (count >= Max)
        {
            throw new ConflictException(
                "tooManyVersions", $"Active runs follow {Max:N0} versions of this automation. Move them to the newest with inFlight, or duplicate the automation.");
        }
    }

    /// <summary>Calls move only the runs of versions without steps; the others go their way by themselves (F10).</summary>
    /// <exception cref="ConflictException"><c>automationHasSteps</c>.</exception>
    public void RefuseCallsThatMove()
    {
        if (Workflow.HasSteps)
        {
            throw new ConflictException("automationHasSteps", "The automation's steps move this enrollment; calls can only exit it.");
        }
    }
}
