using MediatR;

namespace Sendra.Application.Automations.GetVersion;

/// <summary>Reads one version of an automation's steps.</summary>
public sealed record GetVersionQuery(AutomationId AutomationId, int Version) : IRequest<VersionResult>;
