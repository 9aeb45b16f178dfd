using BenchmarkDotNet.Attributes;
using Sendra.Application.Ingestion;
using Sendra.Application.Workflows;
using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Events;
using Sendra.Domain.EventSources;

namespace Sendra.Benchmarks.Pure;

/// <summary>The parts of an event's way that do no I/O: deciding, mapping a delivery, reading a path.</summary>
[MemoryDiagnoser]
public class PureBenchmarks
{
    private static readonly WorkspaceId Workspace = new(Guid.CreateVersion7());
    private static readonly byte[] Body =
        """{"id":"evt_1","type":"invoice.paid","data":{"object":{"id":"in_1","amount":49.90,"customer":{"email":"ada@example.com","name":"Ada Lovelace"},"lines":[{"sku":"pro","seats":12}]}}}"""u8.ToArray();

    private readonly IdGenerator _ids = new(TimeProvider.System);
    private readonly PayloadPath _path = PayloadPath.Parse("data.object.customer.email");
    private readonly PayloadMapping _mapping = PayloadMapping.Create(new MappingDefinition(
        "data.object.customer.email",
        EventNamePath: "type",
        ContactProperties: new Dictionary<string, string> { ["name"] = "data.object.customer.name" }));

    private WorkspaceRules _rules = null!;
    private IncomingEvent _event = null!;
    private Payload _payload = null!;

    /// <summary>Makes what is given.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _ = EmailAddress.TryParse("ada@example.com", out var email, out _);
        var automation = Automation.Create(
            _ids.Next<AutomationId>(),
            Workspace,
            AutomationDefinition.Create(new DefinitionText("Welcome", new TriggerText("signUp"), ExitEvents: ["purchaseCompleted"])));
        automation.Activate(DateTimeOffset.UtcNow);
        _rules = new WorkspaceRules(Guid.NewGuid(), [new KnownAutomation(automation, Workflow.None)], WalkRules.Default, []);
        _event = new IncomingEvent(
            email!, Name("signUp"), new RawJson("""{"plan":"pro"}"""), new RawJson("""{"firstName":"Ada","lastName":"Lovelace"}"""), null, EventOrigin.Api);
        _ = Payload.TryRead(Body, "application/json", null, out var payload, out _);
        _payload = payload!;
    }

    /// <summary>A new contact's first event, with names, which one automation takes.</summary>
    [Benchmark]
    public DecidedEvent Decide()
    {
        var set = new WorkingSet(new Dictionary<WorkspaceId, WorkspaceRules> { [Workspace] = _rules }, [], []);
        return Decider.Decide(Workspace, _event, set, _ids);
    }

    /// <summary>A delivery from its bytes to an event.</summary>
    [Benchmark]
    public bool Map() =>
        Payload.TryRead(Body, "application/json", null, out var payload, out _)
        && _mapping.TryMap(payload, RequestHeaders.None, out _, out _);

    /// <summary>One path in a payload that was read.</summary>
    [Benchmark]
    public PathValue ReadPath() => _path.Read(_payload, RequestHeaders.None);

    /// <summary>An address as a person typed it.</summary>
    [Benchmark]
    public bool ReadEmail() => EmailAddress.TryParse(" Ada.Lovelace@Example.com ", out _, out _);

    private static EventName Name(string text) => EventName.TryParse(text, out var name, out var problem) ? name : throw new ArgumentException(problem, nameof(text));
}
