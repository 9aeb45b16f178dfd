namespace Sendra.Application.Workflows;

/// <summary>A call as it is sent, but for what signs it.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Url">Where to.</param>
/// <param name="Headers">What the step says, and the content type of a body.</param>
/// <param name="Body">The body; null when there is none.</param>
public sealed record OutgoingCall(string Method, string Url, IReadOnlyList<OutgoingHeader> Headers, string? Body);
