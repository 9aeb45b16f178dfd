using Sendra.Benchmarks.Databases;
using Sendra.Benchmarks.Filling;

namespace Sendra.Benchmarks.Logs;

/// <summary>Every filter of the log alone, and what people put together.</summary>
internal static class LogQueries
{
    private const string Webhook = "source_id IS NOT NULL";
    private const string Effect = "has_effect = 1";

    public static LogQuery[] All(BenchmarkDatabase database, string workspace, Past past)
    {
        var now = DateTimeOffset.UtcNow;
        var (from, to) = (now.AddDays(-200), now.AddDays(-100));
        var between = $"id >= {database.Literal(FirstId(from))} AND id < {database.Literal(FirstId(to))}";
        var period = $"&from={from:O}&to={to:O}".Replace("+", "%2B", StringComparison.Ordinal);
        var (frequent, quiet, rare) = (Past.NameOf(3), Past.NameOf(Past.RareEffect), Past.NameOf(past.Names - 1));
        string[] three = [Past.NameOf(2), Past.NameOf(50), rare];
        const string Declared = "EXISTS (SELECT 1 FROM event_patterns p WHERE p.workspace_id = received_events.workspace_id AND p.name = event_name)";
        var source = $"source_id = {database.Literal(Past.SourceId)}";
        return
        [
            new("no filter", "", "TRUE"),
            new("frequent name", $"&eventName={frequent}", Name(frequent)),
            new("rare name", $"&eventName={rare}", Name(rare)),
            new("three names", string.Concat(three.Select(name => $"&eventName={name}")), [.. three.Select(Name)]),
            new("email", $"&email={Past.EmailOf(77)}", $"contact_id = ({Contact("=", Past.EmailOf(77))})"),
            new("few contacts' prefix", "&emailPrefix=person7777", $"contact_id IN ({Contacts("person7777")})"),
            new("many contacts' prefix", "&emailPrefix=person7", $"EXISTS ({Contacts("person7")} AND c.id = contact_id)"),
            new("from and to", period, between),
            new("declared", "&declared=true", Declared),
            new("undeclared", "&declared=false", $"NOT {Declared}"),
            new("by API", "&origin=api", "source_id IS NULL"),
            new("by webhook", "&origin=webhook", Webhook),
            new("source", $"&sourceId={Past.SourceId}", source),
            new("with effect", "&hasEffect=true", Effect),
            new("without effect", "&hasEffect=false", "has_effect = 0"),
            new("name, effect", $"&eventName={frequent}&hasEffect=true", $"{Name(frequent)} AND {Effect}"),
            new("name, hardly any effect", $"&eventName={quiet}&hasEffect=true", $"{Name(quiet)} AND {Effect}"),
            new("name, from, to, effect", $"&eventName={frequent}&hasEffect=true{period}", $"{Name(frequent)} AND {Effect} AND {between}"),
            new("name, webhook", $"&eventName={frequent}&origin=webhook", $"{Name(frequent)} AND {Webhook}"),
            new("name, email", $"&eventName={frequent}&email={Past.EmailOf(77)}", $"contact_id = ({Contact("=", Past.EmailOf(77))}) AND event_name || '' = '{frequent}'"),
            new("webhook, effect", "&origin=webhook&hasEffect=true", $"{Webhook} AND {Effect}"),
            new("source, from, to", $"&sourceId={Past.SourceId}{period}", $"{source} AND {between}"),
            new("undeclared, webhook, effect", "&declared=false&origin=webhook&hasEffect=true", $"NOT {Declared} AND {Webhook} AND {Effect}"),
        ];

        string Contact(string comparison, string email) => $"SELECT c.id FROM contacts c WHERE c.workspace_id = {workspace} AND c.email {comparison} '{email}'";

        string Contacts(string prefix) => $"{Contact(">=", prefix)} AND c.email < '{prefix}~'";
    }

    private static string Name(string name) => $"event_name = '{name}'";

    // The least id of a millisecond.
    private static Guid FirstId(DateTimeOffset time) =>
        new($"{time.ToUnixTimeMilliseconds():x12}".Insert(8, "-") + "-0000-0000-000000000000");
}
