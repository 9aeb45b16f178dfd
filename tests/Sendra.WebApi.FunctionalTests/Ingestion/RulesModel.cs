using System.Globalization;

namespace Sendra.Tests.Model;

/// <summary>
/// The rules A1 to A5, E0, E4, E12, L3 and those of the frequencies and of conditions on the past, as plainly as they can be said. Sendra must
/// always agree with it.
/// </summary>
internal sealed class RulesModel
{
    /// <summary>The frequencies, those that need something with it: a period of days, or the property that is the key.</summary>
    public static readonly string[] Frequencies = ["everyTime", "oncePerContact", "notWhileActive", "oncePerPeriod:1", "oncePerPeriod:3", "oncePerKey:k", "oncePerKey:m"];

    /// <summary>What a property may be, as JSON; "" is that it is missing. The first three are one number.</summary>
    public static readonly string[] Values = ["1", "1.0", "10e-1", "\"1\"", "true", "\"true\"", "null", "", "[1]", "{\"k\":1}"];

    private readonly List<Rule> _rules = [];
    private readonly List<Run> _runs = [];
    private readonly Dictionary<string, Dictionary<string, string>> _contacts = [];
    private readonly Dictionary<string, string> _ids = [];
    private readonly List<(string Contact, string Name, int At)> _events = [];

    /// <summary>Which day it is: all that happens on a day takes no time.</summary>
    public int Day { get; set; }

    // In quarters of a day, so that an event of the past never happened at the very time at which a condition's days end.
    private int Now => 4 * Day;

    public void Add(string trigger, string frequency, IEnumerable<string> exits, Past? where = null) => _rules.Add(new Rule(trigger, frequency, [.. exits], where));

    /// <summary>An archived automation ends its runs.</summary>
    public void SetStatus(int automation, string status)
    {
        _rules[automation].Status = status;
        foreach (var run in _runs.Where(run => run.Automation == automation && status == "archived"))
        {
            run.Active = false;
        }
    }

    public void Edit(int automation, string trigger, string frequency, IEnumerable<string> exits, Past? where = null)
    {
        _rules[automation].Where = where;
        _rules[automation].Trigger = trigger;
        _rules[automation].Frequency = frequency;
        _rules[automation].Exits = [.. exits];
    }

    /// <summary>Who has this external id; null when nobody has.</summary>
    public string? HolderOf(string externalId) => _ids.GetValueOrDefault(externalId);

    /// <summary>A contact's external id, or null.</summary>
    public string? IdOf(string contact) => _ids.SingleOrDefault(one => one.Value == contact).Key;

    /// <summary>An event names its contact by address, and gives it this external id; null clears. False when it is another contact's.</summary>
    public bool Identify(string contact, string? externalId)
    {
        if (externalId is not null && _ids.TryGetValue(externalId, out var holder) && holder != contact)
        {
            return false;
        }

        if (IdOf(contact) is { } old)
        {
            _ids.Remove(old);
        }

        if (externalId is not null)
        {
            _ids[externalId] = contact;
        }

        return true;
    }

    /// <summary>An event, with properties that are set or, when null, cleared, and with values of its own.</summary>
    public (int Enrolled, int Exited) Send(
        string contact, string name, IReadOnlyDictionary<string, string?>? patch = null, IReadOnlyDictionary<string, string>? values = null)
    {
        var properties = _contacts.TryGetValue(contact, out var known) ? known : _contacts[contact] = [];
        _events.Add((contact, name, Now));
        foreach (var (property, value) in patch ?? new Dictionary<string, string?>())
        {
            properties.Remove(property);
            if (value is not null)
            {
                properties.Add(property, value);
            }
        }

        var (enrolled, exited) = (0, 0);
        for (var automation = 0; automation < _rules.Count; automation++)
        {
            var rule = _rules[automation];
            var mine = _runs.Where(run => run.Contact == contact && run.Automation == automation).ToList();
            if (rule.Status is "live" or "paused" && rule.Exits.Contains(name))
            {
                foreach (var run in mine.Where(run => run.Active))
                {
                    run.Active = false;
                    exited++;
                }
            }

            if (rule.Status == "live" && rule.Trigger == name && Holds(rule.Where, contact) && Admits(rule.Frequency, mine, values, out var key))
            {
                _runs.Add(new Run(contact, automation, Day, key));
                enrolled++;
            }
        }

        return (enrolled, exited);
    }

    /// <summary>An event that is filled in, some days and a quarter after it happened: it is there from now on, and does nothing.</summary>
    public void FillIn(string contact, string name, int daysAgo)
    {
        _contacts.TryAdd(contact, []);
        _events.Add((contact, name, Now - (4 * daysAgo) - 1));
    }

    public void ExitByHand(string contact, int automation, int ordinal) => RunsOf(contact, automation)[ordinal].Active = false;

    /// <summary>Nothing is left of a contact that was erased: whoever comes with its address is another one.</summary>
    public void Erase(string contact)
    {
        _contacts.Remove(contact);
        if (IdOf(contact) is { } externalId)
        {
            _ids.Remove(externalId);
        }

        _runs.RemoveAll(run => run.Contact == contact);
        _events.RemoveAll(one => one.Contact == contact);
    }

    /// <summary>A contact's properties; null when there is none.</summary>
    public IReadOnlyDictionary<string, string>? PropertiesOf(string contact) => _contacts.GetValueOrDefault(contact);

    public IReadOnlyList<Run> RunsOf(string contact, int automation) =>
        [.. _runs.Where(run => run.Contact == contact && run.Automation == automation)];

    /// <summary>An event's values as JSON.</summary>
    public static string Json(IReadOnlyDictionary<string, string>? values) =>
        $"{{{string.Join(',', (values ?? new Dictionary<string, string>()).Where(value => value.Value != "").Select(value => $"\"{value.Key}\":{value.Value}"))}}}";

    private bool Holds(Past? where, string contact) => where is null
        || _events.Count(one => one.Contact == contact && one.Name == where.Name && (where.Days is not { } days || Now - one.At <= (4 * days) + 2)) >= where.AtLeast;

    private bool Admits(string frequency, List<Run> mine, IReadOnlyDictionary<string, string>? values, out string? key)
    {
        var (kind, with) = frequency.Split(':') is [var one, var other] ? (one, other) : (frequency, "");
        key = kind == "oncePerKey" ? KeyOf(with, values?.GetValueOrDefault(with)) : null;
        var asked = key;
        return kind switch
        {
            "everyTime" => true,
            "oncePerContact" => mine.Count == 0,
            "notWhileActive" => !mine.Any(run => run.Active),
            "oncePerPeriod" => mine.Count == 0 || Day - mine[^1].Day >= int.Parse(with, CultureInfo.InvariantCulture),
            "oncePerKey" => asked is not null && !mine.Any(run => run.Key == asked),
            _ => throw new InvalidOperationException($"No frequency is called {kind}."),
        };
    }

    private static string? KeyOf(string property, string? value) => value switch
    {
        null or "" or "null" => null,
        _ when value[0] is '[' or '{' => null,
        "1.0" or "10e-1" => $"{property}=1",
        _ => $"{property}={value}",
    };

    /// <summary>So many events of a name, within so many days and a half; null for ever.</summary>
    internal sealed record Past(string Name, int AtLeast, int? Days);

    internal sealed class Run(string contact, int automation, int day, string? key)
    {
        public string Contact { get; } = contact;

        public int Automation { get; } = automation;

        public int Day { get; } = day;

        public string? Key { get; } = key;

        public bool Active { get; set; } = true;
    }

    private sealed class Rule(string trigger, string frequency, HashSet<string> exits, Past? where)
    {
        public string Trigger { get; set; } = trigger;

        public string Frequency { get; set; } = frequency;

        public HashSet<string> Exits { get; set; } = exits;

        public Past? Where { get; set; } = where;

        public string Status { get; set; } = "draft";
    }
}
