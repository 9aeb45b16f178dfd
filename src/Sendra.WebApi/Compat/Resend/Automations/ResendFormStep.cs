using Sendra.Domain.Common;

namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>A step of an automation.</summary>
/// <param name="Key">Its key. Connections name it.</param>
/// <param name="Type">Its type. Types that Resend doesn't have are Sendra's own.</param>
/// <param name="Config">What it does.</param>
public sealed record ResendFormStep(string Key, string Type, RawJson Config);
