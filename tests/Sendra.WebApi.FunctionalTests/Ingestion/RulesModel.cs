namespace Sendra.Tests.Model;

/// <summary>The rules A1 to A5, E4 and L3 on one page, as plainly as they can be said. Sendra must always agree with it.</summary>
internal sealed class RulesModel
{
    private readonly List<Rule> _rules = [];
    private readonly List<Run> _runs = [];
    private readonly Dictionary<string, Dictionary<string, string>> _contacts = [];

    public void Add(string trigger, bool once, IEnumerable<string> exits) => _rules.Add(new Rule(trigger, once, [.. exits]));

    /// <summary>An archived automation ends its runs.</summary>
    public void SetStatus(int automation, string status)
    {
        _rules[automation].Status = status;
        foreach (var run in _runs.Where(run => run.Automation == automation && status == "archived"))
        {
            run.Active = false;
        }
    }

    public void Edit(int automation, string trigger, bool once, IEnumerable<string> exits)
    {
        _rules[automation].Trigger = trigger;
        _rules[automation].Once = once;
        _rules[automation].Exits = [.. exits];
    }

    /// <summary>An event, with properties that are set or, when null, cleared.</summary>
    public (int Enrolled, int Exited) Send(string contact, string name, IReadOnlyDictionary<string, string?>? patch = null)
    {
        var properties = _contacts.TryGetValue(contact, out var known) ? known : _contacts[contact] = [];
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

            if (rule.Status == "live" && rule.Trigger == name && !(rule.Once && mine.Count > 0))
            {
                _runs.Add(new Run(contact, automation));
                enrolled++;
            }
        }

        return (enrolled, exited);
    }

    public void ExitByHand(string contact, int automation, int ordinal) => RunsOf(contact, automation)[ordinal].Active = false;

    /// <summary>Nothing is left of a contact that was erased: whoever comes with its address is another one.</summary>
    public void Erase(string contact)
    {
        _contacts.Remove(contact);
        _runs.RemoveAll(run => run.Contact == contact);
    }

    /// <summary>A contact's properties; null when there is none.</summary>
    public IReadOnlyDictionary<string, string>? PropertiesOf(string contact) => _contacts.GetValueOrDefault(contact);

    public IReadOnlyList<Run> RunsOf(string contact, int automation) =>
        [.. _runs.Where(run => run.Contact == contact && run.Automation == automation)];

    internal sealed class Run(string contact, int automation)
    {
        public string Contact { get; } = contact;

        public int Automation { get; } = automation;

        public bool Active { get; set; } = true;
    }

    private sealed class Rule(string trigger, bool once, HashSet<string> exits)
    {
        public string Trigger { get; set; } = trigger;

        public bool Once { get; set; } = once;

        public HashSet<string> Exits { get; set; } = exits;

        public string Status { get; set; } = "draft";
    }
}
