using Sendra.Domain.Common;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>A step of an automation, as Resend's clients write it.</summary>
public sealed record ResendStep : ForeignBody
{
    /// <summary>Its key, unique in the automation. Connections name it.</summary>
    /// <example>welcome</example>
    public string? Key { get; init; }

    /// <summary><c>trigger</c>, <c>delay</c>, <c>send_email</c>, <c>wait_for_event</c>, <c>condition</c> or <c>contact_update</c>.</summary>
    /// <example>delay</example>
    public string? Type { get; init; }

    /// <summary>What it does; its fields depend on the type.</summary>
    /// <example>{"duration": "3 days"}</example>
    public RawJson? Config { get; init; }
}
