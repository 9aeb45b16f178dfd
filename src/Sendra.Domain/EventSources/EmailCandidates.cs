using System.Globalization;
using System.Text.Json;

namespace Sendra.Domain.EventSources;

/// <summary>Finds where emails live in a payload (S9), so that nobody has to write a path by hand.</summary>
public static class EmailCandidates
{
    /// <summary>Most paths that are offered.</summary>
    public const int Max = 20;

    private const int LongestEmail = 320;

    // Whose email it probably is. The person that a webhook is about, before those who merely sent or own something.
    private static readonly string[] People =
        ["customer", "user", "contact", "subscriber", "recipient", "buyer", "billing", "payer", "member", "lead", "attendee", "invitee", "respondent"];

    private static readonly string[] Others =
        ["support", "owner", "shop", "store", "merchant", "vendor", "from", "sender", "noreply", "reply", "committer", "admin", "account_manager", "organizer", "agent"];

    /// <summary>Paths of values that look like emails, most likely first.</summary>
    public static IReadOnlyList<PayloadPath> Find(Payload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        var best = new PriorityQueue<PayloadPath, (int Score, int Order)>();
        var order = 0;
        Walk(payload.Root, [], best, ref order);

        var found = new List<PayloadPath>(best.Count);
        while (best.TryDequeue(out var path, out _))
        {
            found.Add(path);
        }

        found.Reverse();
        return found;
    }

    // Recursion ends at Payload.MaxDepth. The queue keeps the best only, so a payload full of emails costs no more memory.
    private static void Walk(JsonElement here, List<string> way, PriorityQueue<PayloadPath, (int Score, int Order)> best, ref int order)
    {
        switch (here.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var field in here.EnumerateObject())
                {
                    Step(field.Name, field.Value, way, best, ref order);
                }

                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in here.EnumerateArray())
                {
                    Step((index++).ToString(CultureInfo.InvariantCulture), item, way, best, ref order);
                }

                break;
            case JsonValueKind.String when LooksLikeEmail(here):
                Offer(way, best, order--);
                break;
        }
    }

    private static void Step(string name, JsonElement value, List<string> way, PriorityQueue<PayloadPath, (int Score, int Order)> best, ref int order)
    {
        way.Add(name);
        Walk(value, way, best, ref order);
        way.RemoveAt(way.Count - 1);
    }

    private static void Offer(List<string> way, PriorityQueue<PayloadPath, (int Score, int Order)> best, int order)
    {
        var rank = (Score(way), order);
        var isAmongBest = best.Count < Max || (best.TryPeek(out _, out var worst) && rank.CompareTo(worst) > 0);
        if (!isAmongBest || PayloadPath.FromSegments(way) is not { } path)
        {
            return;
        }

        best.Enqueue(path, rank);
        if (best.Count > Max)
        {
            best.Dequeue();
        }
    }

    private static bool LooksLikeEmail(JsonElement value)
    {
        // The raw text is at most six times the text ("\u0061"), so a long one needs no look.
        if (value.GetRawText().Length > LongestEmail)
        {
            return false;
        }

        return Contacts.EmailAddress.TryParse(value.GetString(), out _, out _);
    }

    private static int Score(List<string> way)
    {
        // Items of a list have no name of their own: "emails.0" is judged by "emails".
        var name = way.LastOrDefault(step => !step.All(char.IsAsciiDigit)) ?? "";
        var score = name.Equals("email", StringComparison.OrdinalIgnoreCase) ? 60
            : name.Contains("email", StringComparison.OrdinalIgnoreCase) || name.Equals("mail", StringComparison.OrdinalIgnoreCase) ? 50
            : 0;
        score += 15 * Math.Sign(way.Count(step => Mentions(step, People)));
        score -= 25 * Math.Sign(way.Count(step => Mentions(step, Others)));
        score -= 10 * way.Count(step => step != "0" && step.All(char.IsAsciiDigit));
        return score - 2 * way.Count;
    }

    private static bool Mentions(string step, string[] words) =>
        words.Any(word => step.Contains(word, StringComparison.OrdinalIgnoreCase));
}
