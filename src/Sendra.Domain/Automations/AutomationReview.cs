using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Workspaces;

namespace Sendra.Domain.Automations;

/// <summary>Finds probable mistakes in an automation (A9).</summary>
public static class AutomationReview
{
    /// <summary>The warnings about an automation, most important first.</summary>
    /// <param name="received">Every event name the workspace ever received.</param>
    /// <param name="declared">Every event name the workspace declared.</param>
    /// <param name="sender">Who the workspace's mail comes from, or null.</param>
    public static IReadOnlyList<AutomationWarning> Review(
        Automation automation, IReadOnlySet<string> received, IReadOnlySet<string> declared, Sender? sender)
    {
        var warnings = new List<AutomationWarning>();
        if (automation.ExitEvents.Contains(automation.TriggerEvent))
        {
            warnings.Add(new(
                "triggerIsExit",
                $"{automation.TriggerEvent} is both the trigger and an exit event: each one ends the contact's active enrollments, then enrolls the contact again."));
        }

        warnings.AddRange(OfMail(automation.MailNeeds, sender));
        Check(automation.TriggerEvent, "trigger", received, declared, warnings);
        foreach (var exit in automation.ExitEvents.Where(name => name != automation.TriggerEvent))
        {
            Check(exit, "exit", received, declared, warnings);
        }

        foreach (var awaited in automation.AwaitedEvents.Where(name => name != automation.TriggerEvent && !automation.ExitEvents.Contains(name)))
        {
            Check(awaited, "wait", received, declared, warnings);
        }

        return warnings;
    }

    // Without a sender, mail is skipped; without a postal address it is sent all the same (M4).
    private static IEnumerable<AutomationWarning> OfMail(MailNeeds needs, Sender? sender)
    {
        if (needs.HasFlag(MailNeeds.Sender) && sender is null)
        {
            yield return new("senderMissing", "The workspace has no sender, so email is skipped. Set one in the workspace's settings.");
        }

        if (needs.HasFlag(MailNeeds.PostalAddress) && sender?.PostalAddress is null)
        {
            yield return new("postalAddressMissing", "Marketing email must show a postal address in many countries. Set one in the workspace's settings.");
        }
    }

    private static void Check(string name, string role, IReadOnlySet<string> received, IReadOnlySet<string> declared, List<AutomationWarning> warnings)
    {
        if (!received.Contains(name))
        {
            warnings.Add(new($"{role}NeverReceived", $"No {name} event has been received yet."));
        }

        var twin = received.Concat(declared)
            .FirstOrDefault(known => known != name && known.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (twin is not null)
        {
            warnings.Add(new($"{role}DiffersInCase", $"{name} differs only in case from {twin}; names match exactly."));
        }
    }
}
