using System.Text.Json;
using System.Text.Json.Nodes;
using FluentValidation;
using FluentValidation.Results;
using Sendra.Domain.Common;
using Sendra.Domain.Liquid;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>Makes Sendra's steps from Resend's.</summary>
internal sealed class ResendSteps
{
    private const string TriggerRoot = "trigger";
    private const string EventRoot = "event";

    private readonly List<ValidationFailure> _problems = [];
    private readonly List<string> _notUsed = [];
    private readonly ResendGraph _graph;

    private ResendSteps(ResendForm form)
    {
        Form = form;
        _graph = new ResendGraph(form);
        EventName = ReadTrigger(Reader(_graph.Trigger));

        // Runs begin at the first one.
        Keys = [.. form.Steps.Where(step => step != _graph.Trigger).OrderBy(step => step.Key != _graph.First).Select(step => step.Key)];
        var byKey = form.Steps.ToDictionary(step => step.Key, StringComparer.Ordinal);
        Json = new RawJson(new JsonArray([.. Keys.Select(key => Translate(byKey[key]))]).ToJsonString(ApiJson.Options));
        if (_problems.Count > 0)
        {
            throw new ValidationException(_problems);
        }
    }

    /// <summary>What they were made from.</summary>
    public ResendForm Form { get; }

    /// <summary>The event that enrolls.</summary>
    public string EventName { get; }

    /// <summary>The steps.</summary>
    public RawJson Json { get; }

    /// <summary>Their keys, in their order.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The names of what Sendra has no use for.</summary>
    public IReadOnlyList<string> NotUsed => _notUsed;

    /// <exception cref="ValidationException">All that is wrong, naming the steps.</exception>
    public static ResendSteps From(ResendForm form) => new(form);

    private static string ReadTrigger(ResendStepReader step)
    {
        var name = step.RequiredText("event_name");
        if (name is not null && !Domain.Events.EventName.TryParse(name, out _, out var problem))
        {
            step.Refuse<string>("config.event_name", problem);
        }

        step.Close();
        return name ?? "";
    }

    private JsonObject Translate(ResendFormStep step)
    {
        var id = ResendKeys.ToId(step.Key);
        var json = new JsonObject { ["id"] = id };
        if (id != step.Key)
        {
            json["name"] = step.Key;
        }

        var reader = Reader(step);
        switch (step.Type)
        {
            case ResendStepTypes.Delay:
                json["type"] = "wait";
                json["for"] = Duration(reader, "duration", reader.RequiredText("duration"));
                json["next"] = Next(step, ResendConnections.Default);
                break;
            case ResendStepTypes.SendEmail:
                json["type"] = "sendEmail";
                ReadEmail(reader, json);
                json["next"] = Next(step, ResendConnections.Default);
                break;
            case ResendStepTypes.WaitForEvent:
                json["type"] = "waitForEvent";
                json["eventName"] = ReadTrigger(reader);
                json["timeout"] = reader.Text("timeout") is { } text ? Duration(reader, "timeout", text) : ResendDuration.Longest;
                json["where"] = reader.Optional("filter_rule") is { } rule ? ResendConditions.ToOurs(rule, "config.filter_rule", EventRoot, reader) : null;
                json["next"] = Next(step, ResendConnections.Received) ?? Next(step, ResendConnections.Default);
                json["timedOut"] = Next(step, ResendConnections.Timeout) ?? Next(step, ResendConnections.Default);
                break;
            case ResendStepTypes.Condition:
                json["type"] = "branch";
                json["paths"] = new JsonArray(new JsonObject
                {
                    ["name"] = "met",
                    ["when"] = ResendConditions.ToOurs(reader.Config, "config", TriggerRoot, reader),
                    ["next"] = Next(step, ResendConnections.Met),
                });
                json["otherwise"] = Next(step, ResendConnections.NotMet);
                return json;
            case ResendStepTypes.ContactUpdate:
                json["type"] = "updateContact";
                json["set"] = ReadUpdate(reader);
                json["next"] = Next(step, ResendConnections.Default);
                break;
            default:
                reader.Refuse<string>("type", $"must be {ResendStepTypes.Known}");
                return json;
        }

        reader.Close();
        return json;
    }

    private string? Next(ResendFormStep step, string type) => _graph.Next(step.Key, type) is { } key ? ResendKeys.ToId(key) : null;

    private static string? Duration(ResendStepReader reader, string name, string? text)
    {
        var iso = ResendDuration.ToIso(text, out var problem);
        return problem is null || text is null ? iso : reader.Refuse<string>($"config.{name}", problem);
    }

    private static void ReadEmail(ResendStepReader reader, JsonObject json)
    {
        var template = reader.Optional("template") is { ValueKind: JsonValueKind.Object } given ? given : default;
        if (template.ValueKind == JsonValueKind.Object && template.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String)
        {
            json["templateId"] = id.GetString();
        }
        else
        {
            reader.Refuse<string>("config.template.id", "is required");
        }

        foreach (var other in template.ValueKind == JsonValueKind.Object ? template.EnumerateObject().Where(field => field.Name != "id").ToArray() : [])
        {
            reader.NotUsed($"template.{other.Name}");
        }

        // Resend leaves out whoever has unsubscribed.
        json["kind"] = "marketing";
        json["subject"] = reader.Text("subject");
        json["from"] = reader.Text("from");
    }

    private static JsonObject ReadUpdate(ResendStepReader reader)
    {
        var set = new JsonObject();
        Set(set, "firstName", "first_name", reader);
        Set(set, "lastName", "last_name", reader);
        if (reader.Optional("properties") is { } properties)
        {
            foreach (var property in properties.ValueKind == JsonValueKind.Object ? properties.EnumerateObject().ToArray() : [])
            {
                set[property.Name] = Value(property.Value, $"config.properties.{property.Name}", reader);
            }

            if (properties.ValueKind != JsonValueKind.Object)
            {
                reader.Refuse<string>("config.properties", "must be an object");
            }
        }

        if (reader.Optional("unsubscribed") is { ValueKind: not JsonValueKind.False })
        {
            reader.Refuse<string>("config.unsubscribed", "can't be set by a step: unsubscribing is the person's own, or done by contacts.update");
        }
        else if (reader.Optional("unsubscribed") is not null)
        {
            reader.NotUsed("unsubscribed");
        }

        if (set.Count == 0)
        {
            reader.Refuse<string>("config", "must set first_name, last_name or properties");
        }

        return set;
    }

    private static void Set(JsonObject set, string ours, string theirs, ResendStepReader reader)
    {
        reader.Optional(theirs);
        if (reader.Config.TryGetProperty(theirs, out var value))
        {
            set[ours] = Value(value, $"config.{theirs}", reader);
        }
    }

    private static JsonNode? Value(JsonElement value, string at, ResendStepReader reader)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.TryGetProperty("var", out var variable) && variable.ValueKind == JsonValueKind.String:
                return ResendFields.ToOurs(variable.GetString(), TriggerRoot, out var problem) is { } field
                    ? new JsonObject { ["field"] = field }
                    : reader.Refuse<JsonNode>($"{at}.var", problem!);
            case JsonValueKind.Object or JsonValueKind.Array:
                return reader.Refuse<JsonNode>(at, "must be text, a number, true, false, null or { \"var\": … }");

            // A text means itself, whatever stands in it.
            case JsonValueKind.String when value.GetString() is { } text && LiquidText.IsLiquid(text):
                return $"{{% raw %}}{text}{{% endraw %}}";
            default:
                return JsonNode.Parse(value.GetRawText());
        }
    }

    private ResendStepReader Reader(ResendFormStep step)
    {
        var config = JsonElement.Parse(step.Config.Text);
        var reader = new ResendStepReader(step.Key, config.ValueKind == JsonValueKind.Object ? config : JsonElement.Parse("{}"), _problems, _notUsed);
        if (config.ValueKind != JsonValueKind.Object)
        {
            reader.Refuse<string>("config", "must be an object");
        }

        return reader;
    }
}
