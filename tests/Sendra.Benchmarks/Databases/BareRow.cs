using Sendra.Domain.Common;

namespace Sendra.Benchmarks.Databases;

/// <summary>A row of the event table, as a bare insert writes it.</summary>
internal sealed record BareRow(Guid Id, Guid ContactId)
{
    public const int PerTransaction = 256;
    public const string Insert =
        "INSERT INTO received_events (id, workspace_id, contact_id, event_name, properties, enrolled, exited, has_effect, decisions)";
    public const string EventName = "signUp";
    public const string Properties = """{"plan":"pro","referrer":"newsletter","campaign":"spring-2026","seats":12,"amount":49.90}""";
    public const string Decisions =
        """[{"a":"0198c0de-0000-7000-8000-000000000001","r":1,"e":"0198c0de-0000-7000-8000-000000000002"}]""";

    public static BareRow[] Make(Guid[] contactIds, int rows)
    {
        var ids = new IdGenerator(TimeProvider.System);
        var random = new Random(1);
        return [.. Enumerable.Range(0, rows).Select(_ => new BareRow(ids.Next<EventId>().Value, contactIds[random.Next(contactIds.Length)]))];
    }
}
