namespace Sendra.Application.Automations.SimulateAutomation;

/// <summary>What a simulation remembers of a contact. A million of them must fit into memory.</summary>
internal struct SimulatedRuns
{
    public int LastRun;

    public int Active;

    public EnrollmentId Last;

    public int Enrolled;

    public int Exited;

    public int NotEnrolled;

    public readonly bool HasEffect => Enrolled > 0 || Exited > 0;
}
