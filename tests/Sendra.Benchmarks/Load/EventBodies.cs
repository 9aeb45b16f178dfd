using System.Globalization;
using System.Text;
using Sendra.Benchmarks.Filling;

namespace Sendra.Benchmarks.Load;

/// <summary>
/// Real-looking events, the same ones in each run: one in four is a contact's first, the others are spread over all
/// contacts so far; one in ten is on the automation's exit list, the others trigger it.
/// </summary>
/// <param name="seed">Another seed makes other contacts.</param>
/// <param name="past">Of a filled database, how many contacts it has: the known ones are taken from these.</param>
internal sealed class EventBodies(int seed, int past = 0)
{
    public const string TriggerEvent = "signUp";
    public const string ExitEvent = "purchaseCompleted";

    private static readonly string[] FirstNames =
        ["Ada", "Grace", "Alan", "Katherine", "Edsger", "Barbara", "Donald", "Radia", "Linus", "Margaret", "Ken", "Zoë", "José", "Søren"];

    private static readonly string[] LastNames =
        ["Lovelace", "Hopper", "Turing", "Johnson", "Dijkstra", "Liskov", "Knuth", "Perlman", "Hamilton", "Thompson", "Müller", "García"];

    private static readonly string[] Plans = ["free", "starter", "pro", "business", "enterprise"];
    private static readonly string[] Referrers = ["newsletter", "google", "hacker-news", "friend", "podcast", "conference", "direct"];
    private static readonly string[] Pages = ["/pricing", "/docs/getting-started", "/blog/launch", "/", "/compare"];

    private readonly Random _random = new(seed);
    private int _contacts;
    private int _events;

    /// <summary>The next event's body as JSON.</summary>
    public string Next()
    {
        var isNew = _events++ % 4 == 0;
        var contact = isNew ? _contacts++ : _random.Next(past > 0 ? past : _contacts);
        var first = FirstNames[contact % FirstNames.Length];
        var last = LastNames[contact / FirstNames.Length % LastNames.Length];
        var email = past > 0 && !isNew ? Past.EmailOf(contact) : $"{Mailbox(first)}.{Mailbox(last)}.{seed}-{contact}@example.com";
        var name = _random.Next(10) == 0 ? ExitEvent : TriggerEvent;
        var amount = (_random.Next(100, 99_999) / 100m).ToString(CultureInfo.InvariantCulture);
        return $$$"""
            {"email":"{{{email}}}","eventName":"{{{name}}}","eventProperties":{"plan":"{{{Pick(Plans)}}}","referrer":"{{{Pick(Referrers)}}}","page":"{{{Pick(Pages)}}}","amount":{{{amount}}},"seats":{{{_random.Next(1, 50)}}}},"contactProperties":{"firstName":"{{{first}}}","lastName":"{{{last}}}"}}
            """;
    }

    /// <summary>The body of a batch call.</summary>
    public string NextBatch(int events)
    {
        var body = new StringBuilder("{\"events\":[");
        for (var number = 0; number < events; number++)
        {
            body.Append(number == 0 ? "" : ",").Append(Next());
        }

        return body.Append("]}").ToString();
    }

    private string Pick(string[] values) => values[_random.Next(values.Length)];

    private static string Mailbox(string name) => string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetter));
}
