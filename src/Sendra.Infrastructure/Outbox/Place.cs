namespace Sendra.Infrastructure.Outbox;

/// <summary>A place that was taken for an effect. It is answered, and then what came of it is recorded; or it is given back unused.</summary>
internal sealed class Place(Places places, Receiver receiver)
{
    /// <summary>It was done, or was not. Somebody else may be asked now.</summary>
    /// <param name="took">How long that took.</param>
    public void Answered(TimeSpan took) => places.Answered(receiver, took);

    /// <summary>What came of it is stored, so that a crash makes no double of it any more.</summary>
    public void Recorded() => places.Recorded(receiver);

    /// <summary>It was not needed.</summary>
    public void GiveBack()
    {
        places.Answered(receiver, null);
        places.Recorded(receiver);
    }
}
