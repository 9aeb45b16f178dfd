using System.Text.Json;
using Sendra.Domain.Calendar;
using Sendra.Domain.Conditions;

namespace Sendra.Domain.Automations.Steps;

/// <summary>Holds a run for a time or until a date; exactly one of <see cref="For"/> and <see cref="Until"/> is set.</summary>
public sealed record WaitStep : Step
{
    public const string TypeName = "wait";

    /// <summary>The longest time that a step waits for, and the greatest distance from a date, in days.</summary>
    public const int MaxDays = 400;

    private WaitStep(StepHead head, IsoDuration? duration, WaitUntil? until, TimeWindow? window, StepId? next)
        : base(head.Id, head.Name)
    {
        For = duration;
        Until = until;
        Window = window;
        Next = next;
        Exits = [new StepExit("next", next)];
    }

    public IsoDuration? For { get; }

    public WaitUntil? Until { get; }

    /// <summary>The hours in which the wait may end; null for any.</summary>
    public TimeWindow? Window { get; }

    /// <summary>Where runs go on; null when they complete.</summary>
    public StepId? Next { get; }

    /// <summary>True when its end may depend on the contact: on a date of it, or on the zone in which a date or a window is read.</summary>
    public bool WaitsOnContact =>
        Until?.Field.Root == FieldRoot.Contact || Window?.Zone == WindowZone.Contact || (Until is not null && Window is null);

    public override string Type => TypeName;

    public override IReadOnlyList<StepExit> Exits { get; }

    public override bool ReadsTrigger => Until?.Field.Root == FieldRoot.Trigger;

    internal static WaitStep? Read(StepHead head, DefinitionReader reader)
    {
        var duration = reader.Duration("for", MaxDays, mayBeNegative: false);
        var until = reader.Optional("until") is { } json ? ReadUntil(json, reader) : null;
        var (hasFor, hasUntil) = (reader.Optional("for") is not null, reader.Optional("until") is not null);
        if (hasFor == hasUntil)
        {
            reader.Refuse(hasFor ? "until" : "for", hasFor ? "can't be set together with for" : "or until is required");
        }

        var window = reader.Optional("window") is { } hours && TimeWindow.TryParse(hours, reader.At("window"), reader.Problems, out var parsed) ? parsed : null;
        return new WaitStep(head, duration, until, window, reader.Step("next"));
    }

    private static WaitUntil? ReadUntil(JsonElement json, DefinitionReader step)
    {
        if (DefinitionReader.Open(json, step.At("until"), step.Problems) is not { } reader)
        {
            return null;
        }

        var field = reader.Field("field");
        var offset = reader.Duration("offset", MaxDays, mayBeNegative: true);
        reader.Close();
        return field is null ? null : new WaitUntil(field, offset);
    }
}
