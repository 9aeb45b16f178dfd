import classes from './Sparkline.module.css';

interface SparklineProps {
  readonly values: readonly number[];
  readonly label: string;
}

const width = 4;
const height = 26;

/** Some numbers as small bars, for a list's row; too small for a library. */
export function Sparkline({ values, label }: SparklineProps) {
  const most = Math.max(1, ...values);
  return (
    <svg role="img" aria-label={label} className={classes.sparkline} width={values.length * width} height={height} viewBox={`0 0 ${values.length * width} ${height}`}>
      {values.map((value, at) => {
        const high = value === 0 ? 1 : Math.max(3, (value / most) * height);
        return <rect key={at} x={at * width} y={height - high} width={width - 1} height={high} rx={0.5} className={value === 0 ? classes.none : classes.bar} />;
      })}
    </svg>
  );
}
