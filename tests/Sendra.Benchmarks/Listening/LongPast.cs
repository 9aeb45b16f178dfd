using System.Buffers.Binary;
using Sendra.Benchmarks.Report;
using Sendra.Benchmarks.Servers;

namespace Sendra.Benchmarks.Listening;

/// <summary>
/// A contact with very many events of one name, by bulk, beside many other contacts, and automations that ask for them when another event of
/// the contact arrives: the time that this adds to one event alone.
/// </summary>
internal sealed class LongPast(Contender sendra, int events)
{
    private const string Email = "often@example.com";
    private const string Often = "visited";
    private const string Unheard = "unheard";

    // With one contact alone, PostgreSQL would expect each event to be one of its, and go through all of them by id.
    private const int Others = 20_000;

    // None of them holds, so that nobody is enrolled and the reading is all that there is.
    private static readonly (string Name, string Trigger, object Where)[] Asked =
    [
        ("as many as there may be", "asksForMany", Not(new { received = Often, atLeast = 1_000 })),
        ("with properties", "asksWhere", Not(new { received = Often, atLeast = 1_000, where = new { field = "event.number", op = "atLeast", value = 0 } })),
        ("none of the name", "asksForNone", new { received = "nobodySendsThis" }),
    ];

    public async Task<IReadOnlyList<Figure>> RunAsync(int calls)
    {
        Console.WriteLine($"Conditions on the {events:N0} events of one contact");
        await FillAsync();
        foreach (var (_, trigger, where) in Asked)
        {
            await SendraClient.AutomateAsync(sendra.Server.Address, sendra.Cookie, new BenchmarkAutomation(trigger, Exit: null) { Where = where });
        }

        Median(Unheard, calls);
        var without = Median(Unheard, calls);
        return [.. Asked.Select(asked => Figure.Below(
            $"condition on a contact with {events:N0} events, {asked.Name}: ms more than without, p50", Math.Max(0, Median(asked.Trigger, calls) - without), 5))];
    }

    private double Median(string name, int calls) => sendra.Load(1, Enumerable
        .Repeat(sendra.Calls.Event($$$"""{"email":"{{{Email}}}","eventName":"{{{name}}}"}"""), calls)
        .ToArray()).P50;

    private static object Not(object condition) => new { not = condition };

    private async Task FillAsync()
    {
        var database = sendra.Database;
        var (workspace, contact) = (await database.WorkspaceIdAsync(), IdOf(0));
        await database.BulkAsync(
            "contacts",
            ["id", "workspace_id", "email", "custom_fields", "last_event_id", "event_count", "first_of_many"],
            [
                [contact, workspace, Email, "{}", IdOf(events), Domain.Contacts.Contact.ManyEvents, IdOf(1)],
                .. Enumerable.Range(1, Others).Select(n => new object?[] { IdOf(n), workspace, $"other{n}@example.com", "{}", IdOf(events + n), 1, null }),
            ]);
        await database.BulkAsync(
            "received_events",
            ["id", "workspace_id", "contact_id", "event_name", "properties", "enrolled", "exited", "has_effect", "is_of_many"],
            Enumerable.Range(1, events + Others).Select(n => new object?[]
            {
                IdOf(n), workspace, n <= events ? contact : IdOf(n - events), Often, $$"""{"number":{{n}},"plan":"pro","referrer":"newsletter","page":"/pricing"}""", 0, 0, 0, n <= events ? 1 : 0,
            }));
        await database.SettleAsync();
    }

    // Of years ago, so that whatever is sent is newer.
    private static Guid IdOf(int number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, ((ulong)DateTimeOffset.UnixEpoch.AddYears(50).ToUnixTimeMilliseconds() << 16) | 0x7000);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], 0x8000_0000_0000_0000 | (uint)number);
        return new Guid(bytes, bigEndian: true);
    }
}
