using FluentValidation;
using FluentValidation.Results;

namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>
/// Steps and connections that fit each other: one trigger, unique keys, and from each step at most one way of each kind that its type has.
/// Ways may meet again. What nothing reaches, and circles, are found when the steps are saved.
/// </summary>
internal sealed class ResendGraph
{
    private readonly Dictionary<string, ResendFormStep> _steps = new(StringComparer.Ordinal);
    private readonly Dictionary<(string From, string Type), string> _ways = [];
    private readonly List<ValidationFailure> _problems = [];

    /// <exception cref="ValidationException">They don't fit.</exception>
    public ResendGraph(ResendForm form)
    {
        foreach (var step in form.Steps)
        {
            Add(step);
        }

        var triggers = form.Steps.Where(step => step.Type == ResendStepTypes.Trigger).ToArray();
        if (triggers.Length != 1)
        {
            Refuse(triggers.Length == 0 ? "steps must have a step of the type trigger." : $"Step {triggers[1].Key}: an automation can have only one trigger.");
        }

        foreach (var connection in form.Connections)
        {
            Add(connection);
        }

        if (_problems.Count > 0)
        {
            throw new ValidationException(_problems);
        }

        Trigger = triggers[0];
        First = Next(Trigger.Key, ResendConnections.Default)
            ?? throw new ValidationException([new ValidationFailure("connections", $"Step {Trigger.Key}: the trigger leads to no step.")]);
    }

    public ResendFormStep Trigger { get; }

    /// <summary>The key of the step at which runs begin.</summary>
    public string First { get; }

    /// <summary>The key of the step that a way leads to; null when the run completes there.</summary>
    public string? Next(string from, string type) => _ways.GetValueOrDefault((from, type));

    private void Add(ResendFormStep step)
    {
        if (!_steps.TryAdd(step.Key, step))
        {
            Refuse($"Step {step.Key}: key is already the key of an earlier step.");
        }
    }

    private void Add(ResendFormConnection connection)
    {
        if (!_steps.TryGetValue(connection.From, out var from))
        {
            Refuse($"A connection begins at {connection.From}, which isn't a step.");
        }
        else if (!_steps.TryGetValue(connection.To, out var to))
        {
            Refuse($"Step {connection.From}: a connection leads to {connection.To}, which isn't a step.");
        }
        else if (to.Type == ResendStepTypes.Trigger)
        {
            Refuse($"Step {connection.From}: a connection leads to {connection.To}, the trigger, where runs only begin.");
        }
        else if (!ResendConnections.After(from.Type).Contains(connection.Type))
        {
            Refuse($"Step {connection.From}: a connection from a {from.Type} must be of the type {string.Join(" or ", ResendConnections.After(from.Type))}, and this is {connection.Type}.");
        }
        else if (!_ways.TryAdd((connection.From, connection.Type), connection.To))
        {
            Refuse($"Step {connection.From}: two connections of the type {connection.Type} begin here, to {_ways[(connection.From, connection.Type)]} and {connection.To}. A run takes one way.");
        }
    }

    private void Refuse(string message) => _problems.Add(new ValidationFailure("connections", message));
}
