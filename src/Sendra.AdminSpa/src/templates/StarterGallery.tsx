import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/client';
import { ProblemAlert } from '../common/ProblemAlert';
import { MailFrame } from '../mails/MailFrame';
import { blank, toDraft } from './draft';
import { previewQuery, startersQuery } from './queries';
import { someone, toPreview } from './sample';
import classes from './StarterGallery.module.css';

const nobody = toPreview(someone);

/** What a new template can start from. */
export function StarterGallery() {
  const starters = useQuery(startersQuery);
  if (starters.isError) {
    return <ProblemAlert title="We couldn’t load the starters" error={starters.error} onRetry={() => void starters.refetch()} />;
  }

  return (
    <ul className={classes.gallery}>
      {starters.isPending && Array.from({ length: 5 }, (_, at) => <Skeleton key={at} h={300} radius="lg" component="li" />)}
      {starters.data?.map((starter) => (
        <Starter key={starter.id} starter={starter} />
      ))}
      <Blank starter="html" title="Blank, HTML" text="Your own HTML. Styles are inlined when the email is sent." />
      <Blank starter="mjml" title="Blank, MJML" text="MJML becomes HTML that looks right even in old email apps." />
    </ul>
  );
}

function Starter({ starter }: { readonly starter: Schemas['TemplateStarter'] }) {
  const { id, name, description } = starter;
  const { name: _, ...content } = toDraft(name, { ...starter, text: null });
  const mail = useQuery(previewQuery(content, nobody)).data?.mail;
  return (
    <li className={classes.card}>
      {/* A picture only: it says nothing that the words don't. */}
      <div className={classes.picture} inert>
        {mail === undefined ? <Skeleton h="100%" /> : <MailFrame html={mail.html} title={name} />}
      </div>
      <Words starter={id} title={name} text={description} />
    </li>
  );
}

function Blank({ starter, title, text }: { readonly starter: keyof typeof blank; readonly title: string; readonly text: string }) {
  return (
    <li className={classes.card}>
      <div className={classes.picture} aria-hidden>
        <pre className={classes.code}>{blank[starter].source}</pre>
      </div>
      <Words starter={starter} title={title} text={text} />
    </li>
  );
}

function Words({ starter, title, text }: { readonly starter: string; readonly title: string; readonly text: string }) {
  return (
    <div className={classes.words}>
      <Link to="/templates/new" search={{ starter }} className={classes.open}>
        {title}
      </Link>
      <Text size="sm" c="dimmed">
        {text}
      </Text>
    </div>
  );
}
