using Sendra.Domain.Conditions;

namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>
/// Fields in Resend's words: <c>event.…</c> and <c>contact.…</c>. Its event is the one that began the run, but in the filter of a wait, where it
/// is the one that arrives.
/// </summary>
internal static class ResendFields
{
    private static readonly (string Theirs, string Ours)[] Names = [("contact.first_name", "contact.firstName"), ("contact.last_name", "contact.lastName")];

    /// <summary>The field in Sendra's words, or what is wrong with it, as the end of a sentence.</summary>
    /// <param name="text">The field.</param>
    /// <param name="eventRoot">What the event is called here.</param>
    /// <param name="problem">What is wrong when the result is null.</param>
    public static string? ToOurs(string? text, string eventRoot, out string? problem)
    {
        problem = "must be a field that begins with event. or contact.";
        if (text is null)
        {
            return null;
        }

        if (text is "contact.unsubscribed" or "contact.id" or "contact.created_at")
        {
            problem = $"can't be {text}: automations can't read it";
            return null;
        }

        var ours = text.StartsWith("event.", StringComparison.Ordinal) ? $"{eventRoot}.{text["event.".Length..]}"
            : text.StartsWith("contact.properties.", StringComparison.Ordinal) ? $"contact.{text["contact.properties.".Length..]}"
            : text.StartsWith("contact.", StringComparison.Ordinal) ? Array.Find(Names, name => name.Theirs == text).Ours ?? text
            : null;
        if (ours is null)
        {
            return null;
        }

        problem = FieldPath.TryParse(ours, out _, out var why) ? null : $"can't be read: {why.TrimEnd('.')}";
        return problem is null ? ours : null;
    }

    /// <summary>The field in Resend's words; null when it has none.</summary>
    public static string? ToTheirs(string ours, string eventRoot) =>
        ours.StartsWith($"{eventRoot}.", StringComparison.Ordinal) ? $"event.{ours[(eventRoot.Length + 1)..]}"
        : ours.StartsWith("contact.", StringComparison.Ordinal) ? Array.Find(Names, name => name.Ours == ours).Theirs ?? ours
        : null;
}
