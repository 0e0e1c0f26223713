import type { Context } from '../../context/context.ts';
import type { HandlersOf } from '../../context/service.ts';
import type { FraudOperations } from '../../contract/fraud/index.ts';
import type { InputOf } from '../../contract/operation.ts';
import { problem } from '../../contract/problem.ts';
import { problems } from '../../contract/problems.ts';
import { listPage } from '../../lists/index.ts';
import { assess } from './assess.ts';
import { type AssessmentMove, firstStates, moveAssessment } from './assessment-states.ts';
import { assessments, type FraudAssessment, type StoredAssessment } from './collections.ts';
import { countAttempts } from './count-attempts.ts';
import { tracesOf } from './traces.ts';

type VerdictInput = InputOf<FraudOperations['fraud.assessments.approve']>;

/** Without what it is counted under. */
function shown({ traces: _, ...assessment }: StoredAssessment): FraudAssessment {
  return assessment;
}

async function requireAssessment(context: Context, id: string, lock = false): Promise<StoredAssessment> {
  const found = await context.store.get(assessments, id, { lock });
  if (!found) throw problem(problems.notFound, { detail: `There is no fraud assessment ${id}.` });
  return found;
}

/** A shopper's own request says where they are; one of a server says where the server is. */
function shopperAddress({ actor }: Context, given: string | null | undefined): string | null {
  return given ?? (actor.kind === 'publishable' ? (actor.remoteAddress ?? null) : null);
}

async function decide(
  context: Context,
  operation: AssessmentMove['operation'],
  { assessmentId, reviewer, note }: VerdictInput,
): Promise<FraudAssessment> {
  const { to, event } = moveAssessment(await requireAssessment(context, assessmentId, true), operation);
  const decidedAt = context.clock.now().toISOString();
  const verdict = { decidedBy: context.actor.id, reviewer: reviewer ?? null, decidedAt, note: note ?? null };
  const decided = await context.store.update(
    assessments,
    assessmentId,
    (current) => ({ ...current, state: to, verdict }),
    { expectedVersion: context.expectedVersion },
  );
  await context.emit(event, assessmentId, shown(decided));
  return shown(decided);
}

export const fraudHandlers: HandlersOf<FraudOperations> = {
  async 'fraud.assessments.list'(context, { state = '*', orderId = '*', ...page }) {
    const range = { index: 'byState', where: { orderId, state }, direction: 'descending' as const };
    const listed = await listPage(context, 'fraud.assessments.list', assessments, range, page);
    return { ...listed, data: listed.data.map(shown) };
  },

  async 'fraud.assessments.get'(context, { assessmentId }) {
    return shown(await requireAssessment(context, assessmentId));
  },

  async 'fraud.assessments.create'(context, input) {
    const { id = context.ids.next('fra'), cartId = null, orderId = null, amount, email = null } = input;
    const { billingAddress, shippingAddress, payment } = input;
    const fingerprint = payment?.fingerprint ?? null;
    const traces = await tracesOf(context, {
      ip: shopperAddress(context, input.ip),
      email,
      card: payment && fingerprint !== null ? `${payment.provider}:${fingerprint}` : null,
    });
    const countries = {
      billing: billingAddress?.country ?? null,
      shipping: shippingAddress?.country ?? null,
      card: payment?.country ?? null,
    };
    const found = assess(context.config.fraud, {
      ...{ amount, email, countries, providerScore: payment?.riskScore ?? null },
      attempts: await countAttempts(context, traces),
    });
    const assessment = await context.store.insert(assessments, {
      ...{ id, cartId, orderId, amount, ...found, state: firstStates[found.decision], verdict: null },
      traces: Object.values(traces).filter((trace) => trace !== null),
    });
    await context.emit('fraud.assessed', id, shown(assessment));
    return shown(assessment);
  },

  async 'fraud.assessments.approve'(context, input) {
    return decide(context, 'fraud.assessments.approve', input);
  },

  async 'fraud.assessments.decline'(context, input) {
    return decide(context, 'fraud.assessments.decline', input);
  },
};
