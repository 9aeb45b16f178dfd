namespace Sendra.Application.Workflows;

public sealed record OutgoingHeader(string Name, string Value);
