using MediatR;

namespace Sendra.Application.EventPatterns.DeletePattern;

/// <summary>Deletes a declared name. Its events stay and become undeclared again (P4).</summary>
public sealed record DeletePatternCommand(EventPatternId Id) : IRequest;
