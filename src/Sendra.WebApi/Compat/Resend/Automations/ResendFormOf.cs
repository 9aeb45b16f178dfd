using System.Text.Json;
using System.Text.Json.Nodes;
using Sendra.Application.Automations;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>
/// An automation in Resend's words: as its client wrote it, or, when the steps were made in Sendra, as its types say the same. A step
/// for which Resend has no words is shown as it is.
/// </summary>
internal static class ResendFormOf
{
    private const string TriggerRoot = "trigger";
    private const string EventRoot = "event";

    /// <param name="automation">An automation with its steps.</param>
    public static ResendForm From(AutomationResult automation)
    {
        var form = automation.WrittenAs is { } written ? ResendForm.Parse(written) : null;
        return form is null ? FromSteps(automation) : form with { Steps = [.. form.Steps.Select(step => Triggered(step, automation.TriggerEvent))] };
    }

    // The trigger is the automation's: it may have changed since, which makes no version.
    private static ResendFormStep Triggered(ResendFormStep step, string eventName)
    {
        if (step.Type != ResendStepTypes.Trigger || JsonNode.Parse(step.Config.Text) is not JsonObject config || (string?)config["event_name"] == eventName)
        {
            return step;
        }

        config["event_name"] = eventName;
        return step with { Config = Raw(config) };
    }

    private static ResendForm FromSteps(AutomationResult automation)
    {
        var workflow = Workflow.Parse(automation.Steps?.Text ?? "[]");
        var json = JsonElement.Parse(workflow.Json).EnumerateArray().ToArray();
        var trigger = "trigger";
        while (workflow.Steps.Any(step => step.Id.Value == trigger))
        {
            trigger += "_";
        }

        var connections = new List<ResendFormConnection>();
        if (workflow.First is { } first)
        {
            connections.Add(new ResendFormConnection(trigger, first.Id.Value, ResendConnections.Default));
        }

        var steps = new List<ResendFormStep> { new(trigger, ResendStepTypes.Trigger, Raw(new JsonObject { ["event_name"] = automation.TriggerEvent })) };
        for (var i = 0; i < workflow.Steps.Count; i++)
        {
            var step = workflow.Steps[i];
            var known = Known(step, json[i]);
            steps.Add(new ResendFormStep(step.Id.Value, known is null ? step.Type : ResendStepTypes.Of(step.Type), Raw(known ?? Own(json[i]))));
            connections.AddRange(
                from exit in step.Exits
                let to = exit.To?.Value
                where to is not null
                select new ResendFormConnection(step.Id.Value, to, known is null ? ResendConnections.Default : TypeOf(step, exit)));
        }

        return new ResendForm(steps, connections);
    }

    private static string TypeOf(Step step, StepExit exit) => (step, exit.Field) switch
    {
        (BranchStep, "otherwise") => ResendConnections.NotMet,
        (BranchStep, _) => ResendConnections.Met,
        (WaitForEventStep, "timedOut") => ResendConnections.Timeout,
        (WaitForEventStep, _) => ResendConnections.Received,
        _ => ResendConnections.Default,
    };

    private static JsonObject? Known(Step step, JsonElement json) => step switch
    {
        WaitStep { For: { } duration, Window: null } => new JsonObject { ["duration"] = ResendDuration.ToWords(duration.Text) },
        WaitForEventStep wait => KnownWait(wait, json),
        SendEmailStep email => KnownEmail(email),
        BranchStep { Paths.Count: 1 } => ResendConditions.ToTheirs(json.GetProperty("paths")[0].GetProperty("when"), TriggerRoot),
        UpdateContactStep update => KnownUpdate(update),
        _ => null,
    };

    private static JsonObject? KnownWait(WaitForEventStep wait, JsonElement json)
    {
        var rule = wait.Where is null ? null : ResendConditions.ToTheirs(json.GetProperty("where"), EventRoot);
        if (wait.Where is not null && rule is null)
        {
            return null;
        }

        var config = new JsonObject { ["event_name"] = wait.EventName, ["timeout"] = ResendDuration.ToWords(wait.Timeout.Text) };
        if (rule is not null)
        {
            config["filter_rule"] = rule;
        }

        return config;
    }

    private static JsonObject? KnownEmail(SendEmailStep email)
    {
        if (email.Kind != Domain.Messages.MessageKind.Marketing)
        {
            return null;
        }

        var config = new JsonObject { ["template"] = new JsonObject { ["id"] = $"{email.TemplateId}" } };
        if (email.Subject is { } subject)
        {
            config["subject"] = subject.Text;
        }

        if (email.From is { } from)
        {
            config["from"] = from.Name is null ? from.Email.Value : $"{from.Name} <{from.Email.Value}>";
        }

        return config;
    }

    private static JsonObject? KnownUpdate(UpdateContactStep update)
    {
        var (config, properties) = (new JsonObject(), new JsonObject());
        foreach (var change in update.Set)
        {
            JsonNode? value;
            switch (change.Value)
            {
                case StepValue.Literal literal:
                    value = JsonNode.Parse(literal.Json.Text);
                    break;
                case StepValue.Copied copied when ResendFields.ToTheirs(copied.Field.Text, TriggerRoot) is { } field:
                    value = new JsonObject { ["var"] = field };
                    break;
                default:
                    return null;
            }

            switch (change.Property)
            {
                case "firstName":
                    config["first_name"] = value;
                    break;
                case "lastName":
                    config["last_name"] = value;
                    break;
                default:
                    properties[change.Property] = value;
                    break;
            }
        }

        if (properties.Count > 0)
        {
            config["properties"] = properties;
        }

        return config;
    }

    // What the step is called and where it leads stands elsewhere.
    private static JsonObject Own(JsonElement step)
    {
        var config = JsonObject.Create(step)!;
        foreach (var name in (string[])["id", "type", "name", "next"])
        {
            config.Remove(name);
        }

        return config;
    }

    private static RawJson Raw(JsonObject json) => new(json.ToJsonString(ApiJson.Options));
}
