using MediatR;

namespace Sendra.Application.EventPatterns.DeletePattern;

/// <summary>Takes a declaration back; events stay and read as undeclared again (P4).</summary>
/// <param name="Id">The pattern.</param>
public sealed record DeletePatternCommand(EventPatternId Id) : IRequest;
